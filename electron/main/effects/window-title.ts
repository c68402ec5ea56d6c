import { decideWindowTitle } from '../../core/decide/decide-window-title';
import type { Translate } from '../../core/model/translate';
import type { AppStore, Stop } from '../store/app-store';

export interface WindowTitlePort {
  readonly translate: Translate;
  readonly setTitle: (title: string) => void;
}

/** Keeps the window's title. */
export const startWindowTitle = (store: AppStore, port: WindowTitlePort): Stop =>
  store.watch((state) => decideWindowTitle(state, port.translate), port.setTitle);
