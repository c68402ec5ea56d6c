import type { Badge, OverlayMark } from './decide-badge';

/** What the choice of a tray icon depends on. */
export interface TrayIconWish {
  /** As `process.platform` says it; all but `darwin` and `win32` are served as Linux. */
  readonly platform: string;
  /** How the panel looks: `dark` gets a light glyph. macOS colours the glyph itself. */
  readonly theme: 'light' | 'dark';
  readonly state: Badge;
  /** Device pixels per pixel of the panel's screen, 1 or more. */
  readonly scale: number;
}

const LINUX = { folder: 'linux', basePx: 22, sizesPx: [22, 24, 44] } as const;
const WINDOWS = { folder: 'windows', basePx: 16, sizesPx: [16, 20, 24, 32] } as const;

/**
 * Gives the tray's icon file, from `resources/icons`.
 *
 * The smallest drawing that fills the panel at that scale. On macOS it is the template image at 1x, beside which
 * Electron finds the one at 2x by itself.
 */
export function trayIconFile({ platform, theme, state, scale }: TrayIconWish): string {
  const name = toStateName(state);
  if (platform === 'darwin') return `tray/mac/${name}Template.png`;
  const { folder, basePx, sizesPx } = platform === 'win32' ? WINDOWS : LINUX;
  const sizePx = sizesPx.find((size) => size >= basePx * scale) ?? sizesPx[sizesPx.length - 1];
  return `tray/${folder}/${theme}-${name}-${sizePx}.png`;
}

/** Gives the file laid over the Windows taskbar button, from `resources/icons`; Electron finds its 2x beside it. */
export function overlayIconFile(mark: OverlayMark): string {
  return `overlay/${mark === '9+' ? '9-plus' : mark}.png`;
}

function toStateName(state: Badge): string {
  if (state.kind !== 'number') return state.kind;
  const count = Math.floor(state.count);
  if (!(count >= 1)) return 'none';
  return count > 9 ? '9-plus' : `${count}`;
}
