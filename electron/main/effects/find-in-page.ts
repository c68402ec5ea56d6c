import type { ServiceId } from '../../core/model/service';
import type { AppState } from '../../core/state/app-state';
import type { AppStore, Stop } from '../store/app-store';

/** What a page says of what was found in it. */
interface Found {
  readonly requestId: number;
  readonly activeMatchOrdinal: number;
  readonly matches: number;
  /** False while it still counts. */
  readonly finalUpdate: boolean;
}

/** What is used of a page. */
export interface FindPage {
  readonly findInPage: (
    text: string,
    options: { readonly forward: boolean; readonly findNext: boolean; readonly matchCase: boolean },
  ) => number;
  readonly stopFindInPage: (action: 'clearSelection' | 'keepSelection') => void;
  readonly isDestroyed: () => boolean;
  readonly on: (event: 'found-in-page', listener: (event: unknown, found: Found) => void) => void;
}

export interface FindPort {
  /** The page in a service's view. */
  readonly pageOf: (serviceId: ServiceId) => FindPage | undefined;
  /** Tells of each new page. */
  readonly onPage: (listener: (serviceId: ServiceId, page: FindPage) => void) => Stop;
}

/** Where one finds now: in a service's own window, or in the page that is shown. */
const selectFoundIn = ({ persisted, session }: AppState): ServiceId | undefined =>
  session.ownFind ?? (session.surface === 'find' ? (persisted.activeServiceId ?? undefined) : undefined);

/** Finds in the page that is shown what the bar asks for, as long as the bar is there; what was found stays selected. */
export function startFind(store: AppStore, port: FindPort): Stop {
  const search: { page: FindPage | undefined; requestId: number } = { page: undefined, requestId: 0 };
  const end = (action: 'clearSelection' | 'keepSelection'): void => {
    const { page } = search;
    search.page = undefined;
    if (page?.isDestroyed() === false) page.stopFindInPage(action);
  };
  const ask = (isNew: boolean, forward: boolean): void => {
    const { text, matchCase } = store.getState().session.find;
    const serviceId = selectFoundIn(store.getState());
    const page = serviceId === undefined ? undefined : port.pageOf(serviceId);
    if (page === undefined) return;
    if (text === '') return end('clearSelection');
    // Electron means by `findNext` that a new search begins.
    const findNext = isNew || search.page !== page;
    search.page = page;
    search.requestId = page.findInPage(text, { forward, findNext, matchCase });
  };
  const stops = [
    store.onAction('find-asked', () => ask(true, true)),
    store.onAction('find-stepped', ({ step }) => ask(false, step === 1)),
    store.watch(selectFoundIn, () => {
      end('keepSelection');
      ask(true, true);
    }),
    port.onPage((_serviceId, page) =>
      page.on(
        'found-in-page',
        (_event, { requestId, activeMatchOrdinal: at, matches: count, finalUpdate }) => {
          if (page === search.page && requestId === search.requestId && finalUpdate)
            store.dispatch({ kind: 'find-answered', at, count });
        },
      ),
    ),
  ];
  return () => stops.forEach((stop) => stop());
}
