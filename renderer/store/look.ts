import type * as layout from '../../electron/core/decide/decide-layout';
import type { ShellStore } from './shell-store';

// The compiler holds these to core's own; importing the values would bring all of core's schemas into the first chunk.
const HEADER_HEIGHT: typeof layout.HEADER_HEIGHT = 40;
const NOTICE_HEIGHT: typeof layout.NOTICE_HEIGHT = 44;
const ASKING_HEIGHT: typeof layout.ASKING_HEIGHT = 80;
const HINT_HEIGHT: typeof layout.HINT_HEIGHT = { wide: 44, narrow: 80 };
const BAR_WIDTH: typeof layout.BAR_WIDTH = { compact: 44, normal: 64, names: 200 };

/** Keeps the page's root like the settings: theme, platform, and core's sizes as custom properties. */
export function startLook(store: ShellStore, root: HTMLElement): () => void {
  root.style.setProperty('--header-height', `${HEADER_HEIGHT}px`);
  root.style.setProperty('--notice-height', `${NOTICE_HEIGHT}px`);
  root.style.setProperty('--asking-height', `${ASKING_HEIGHT}px`);
  root.style.setProperty('--hint-height-wide', `${HINT_HEIGHT.wide}px`);
  root.style.setProperty('--hint-height-narrow', `${HINT_HEIGHT.narrow}px`);
  return store.subscribe(({ projection }, before) => {
    if (projection === undefined || projection === before.projection) return;
    root.dataset['theme'] = projection.settings.theme;
    root.dataset['platform'] = projection.platform;
    const { barShown, barSize } = projection.settings;
    root.style.setProperty('--bar-width', `${barShown ? BAR_WIDTH[barSize] : 0}px`);
  });
}
