import { toSizes } from '../../electron/core/decide/sizes';
import type { ShellStore } from './shell-store';

/** What of the browser the look depends on. */
export interface LookPort {
  readonly matchMedia: (
    query: string,
  ) => Pick<MediaQueryList, 'matches' | 'addEventListener' | 'removeEventListener'>;
}

/** What of the page's root the look is written to. */
export interface LookRoot {
  readonly dataset: DOMStringMap;
  readonly style: Pick<CSSStyleDeclaration, 'setProperty'>;
}

/**
 * Keeps the page's root like the settings: theme, contrast, platform, size of text, whether the battery is spared, and core's
 * sizes as custom properties.
 */
export function startLook(store: ShellStore, root: LookRoot, { matchMedia }: LookPort): () => void {
  const wish = matchMedia('(prefers-contrast: more)');
  const draw = (): void => {
    const { projection } = store.getState();
    if (projection === undefined) return;
    const { settings, platform, isSaving } = projection;
    const { header, sideHead, notice, hint, bar, grow } = toSizes(settings);
    root.dataset['theme'] = settings.theme;
    root.dataset['contrast'] = wish.matches ? 'more' : settings.contrast;
    root.dataset['platform'] = platform;
    root.dataset['saving'] = String(isSaving);
    root.style.setProperty('font-size', `${settings.textSize}%`);
    root.style.setProperty('--grow', String(grow));
    root.style.setProperty('--header-height', `${header}px`);
    root.style.setProperty('--side-head', `${sideHead}px`);
    root.style.setProperty('--notice-height', `${notice.usual}px`);
    root.style.setProperty('--asking-height', `${notice.asks}px`);
    root.style.setProperty('--hint-height-wide', `${hint.wide}px`);
    root.style.setProperty('--hint-height', `${hint.usual}px`);
    root.style.setProperty('--line-height-least', `${hint.least}px`);
    root.style.setProperty('--bar-width', `min(${bar}px, round(down, 50vw, 1px))`);
  };
  wish.addEventListener('change', draw);
  const stop = store.subscribe(({ projection }, before) => {
    // The projection is another one with each push, settings only when they are set.
    const isSame =
      projection?.settings === before.projection?.settings &&
      projection?.isSaving === before.projection?.isSaving;
    if (!isSame) draw();
  });
  return () => {
    stop();
    wish.removeEventListener('change', draw);
  };
}
