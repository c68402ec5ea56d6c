import type { ServiceId } from '../../core/model/service';
import { selectService } from '../../core/state/selectors';
import type { AppStore, Stop } from '../store/app-store';

/** What is used of a page. */
export interface ZoomPage {
  readonly setZoomFactor: (factor: number) => void;
  readonly on: (event: 'did-navigate', listener: () => void) => void;
}

export interface PageZoomPort {
  /** The pages a service has now: its view's and those of its child windows. */
  readonly pagesOf: (serviceId: ServiceId) => readonly ZoomPage[];
  /** Tells of each new page before its first document. */
  readonly onPage: (listener: (serviceId: ServiceId, page: ZoomPage) => void) => Stop;
}

/** Keeps the pages of each service at the size the person set for it, wherever they navigate. */
export function startPageZoom(store: AppStore, port: PageZoomPort): Stop {
  const factorOf = (serviceId: ServiceId): number =>
    (selectService(store.getState(), serviceId)?.zoomPercent ?? 100) / 100;
  const stops = [
    store.onAction('service-zoomed', ({ serviceId }) => {
      for (const page of port.pagesOf(serviceId)) page.setZoomFactor(factorOf(serviceId));
    }),
    // Chromium keeps a size for each host, so each new one is told.
    port.onPage((serviceId, page) => page.on('did-navigate', () => page.setZoomFactor(factorOf(serviceId)))),
  ];
  return () => stops.forEach((stop) => stop());
}
