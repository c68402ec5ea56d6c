import { decideWindowTitle } from '../../core/decide/decide-window-title';
import type { AppStore, Stop } from '../store/app-store';

export interface WindowTitlePort {
  readonly setTitle: (title: string) => void;
}

/** Keeps the window's title. */
export const startWindowTitle = (store: AppStore, port: WindowTitlePort): Stop =>
  store.watch(decideWindowTitle, port.setTitle);
