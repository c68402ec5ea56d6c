import { describe, expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import type { ServiceId } from '../../core/model/service';
import { createAppStore } from '../store/app-store';
import { startPageZoom, type ZoomPage } from './page-zoom';

describe('startPageZoom', () => {
  it('M12 keeps all pages of a service at its size, and no others, on each new document', () => {
    const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
      throw error;
    });
    const said: string[] = [];
    const navigated: (() => void)[] = [];
    const pages = new Map<ServiceId, readonly ZoomPage[]>();
    const listeners = new Set<(serviceId: ServiceId, page: ZoomPage) => void>();
    const open = (serviceId: ServiceId): void => {
      const page: ZoomPage = {
        setZoomFactor: (factor) => said.push(`${serviceId} ${factor}`),
        on: (_event, listener) => void navigated.push(listener),
      };
      pages.set(serviceId, [...(pages.get(serviceId) ?? []), page]);
      for (const listener of listeners) listener(serviceId, page);
    };
    const stop = startPageZoom(store, {
      pagesOf: (serviceId) => pages.get(serviceId) ?? [],
      onPage: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    });
    open('a');
    open('b');
    store.dispatch({ kind: 'service-zoomed', serviceId: 'a', zoomPercent: 125 });
    expect(said.splice(0)).toEqual(['a 1.25']);
    navigated.forEach((run) => run());
    expect(said.splice(0)).toEqual(['a 1.25', 'b 1']);
    stop();
    store.dispatch({ kind: 'service-zoomed', serviceId: 'a', zoomPercent: 150 });
    expect(said).toEqual([]);
  });
});
