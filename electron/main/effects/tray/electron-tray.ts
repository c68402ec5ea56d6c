import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nativeImage, type NativeImage } from 'electron/common';
import { Menu, Tray, type MenuItemConstructorOptions } from 'electron/main';
import type { TrayMenuItem, TrayPlatform } from '../../../core/decide/decide-tray';
import { withSharedMark } from '../../../core/decide/shared-mark';
import { trayIconFile } from '../../../core/decide/tray-icon';
import type { TrayHandle, TrayIcon, TrayPort } from './start-tray';

export interface ElectronTrayOptions {
  readonly platform: TrayPlatform;
  /** Folder that holds `tray/`. */
  readonly iconsFolder: string;
}

/** Scales at which the panel's screen may be; macOS finds its second file by itself. */
const SCALES = [1.25, 1.5, 2] as const;

/** Gives the way to put an icon into the system's own tray. */
export function createElectronTray({ platform, iconsFolder }: ElectronTrayOptions): TrayPort['create'] {
  const load = (icon: TrayIcon): NativeImage => {
    const fileAt = (scale: number): string =>
      join(iconsFolder, trayIconFile({ platform, theme: icon.panelTheme, state: icon.icon, scale }));
    const image = nativeImage.createFromPath(fileAt(1));
    if (platform !== 'darwin')
      for (const scaleFactor of SCALES)
        image.addRepresentation({ scaleFactor, buffer: readFileSync(fileAt(scaleFactor)) });
    return icon.isShared ? marked(image, platform) : image;
  };

  return (icon, onActivate): TrayHandle => {
    const tray = new Tray(load(icon));
    tray.on('click', onActivate);
    return {
      setIcon: (changed) => tray.setImage(load(changed)),
      setTooltip: (tooltip) => tray.setToolTip(tooltip),
      setMenu: (menu, onPick) =>
        tray.setContextMenu(Menu.buildFromTemplate(menu.map((item) => toTemplate(item, onPick)))),
      remove: () => tray.destroy(),
    };
  };
}

/** The same with a mark that the screen is seen, at each scale there is. */
function marked(image: NativeImage, platform: TrayPlatform): NativeImage {
  const whole = nativeImage.createEmpty();
  for (const scaleFactor of image.getScaleFactors()) {
    const size = image.getSize(scaleFactor);
    const [width, height] = [size.width, size.height].map((side) => Math.round(side * scaleFactor));
    const bytes = image.toBitmap({ scaleFactor });
    if (width === undefined || height === undefined || bytes.length !== width * height * 4) continue;
    const buffer = Buffer.from(withSharedMark({ width, height, bytes }).bytes);
    whole.addRepresentation({ scaleFactor, width, height, buffer });
  }
  if (platform === 'darwin') whole.setTemplateImage(true);
  return whole.isEmpty() ? image : whole;
}

function toTemplate(item: TrayMenuItem, onPick: (item: TrayMenuItem) => void): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'submenu':
      return { label: item.label, submenu: item.items.map((one) => toTemplate(one, onPick)) };
    case 'action':
      return { label: item.label, click: () => onPick(item) };
  }
}
