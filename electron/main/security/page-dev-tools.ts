import type { WebContents } from 'electron/main';
import type { ServiceId } from '../../core/model/service';
import type { AppStore, Stop } from '../store/app-store';

/** What is used of a page. */
export type InspectedPage = Pick<WebContents, 'on' | 'closeDevTools' | 'isDestroyed'>;

/** Closes Chromium's tools on pages of services as soon as they open, but where the person wants to look into pages. */
export function guardDevTools(
  store: Pick<AppStore, 'getState' | 'watch'>,
  onPage: (listener: (serviceId: ServiceId, page: InspectedPage) => void) => Stop,
): Stop {
  const open = new Set<InspectedPage>();
  const isWanted = (): boolean => store.getState().persisted.settings.developerMode;
  const stops = [
    onPage((_serviceId, page) => {
      page.on('devtools-opened', () => {
        if (!isWanted()) return page.closeDevTools();
        open.add(page);
      });
      page.on('devtools-closed', () => open.delete(page));
    }),
    store.watch(isWanted, (wanted) => {
      if (wanted) return;
      for (const page of open) if (!page.isDestroyed()) page.closeDevTools();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
