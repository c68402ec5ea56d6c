import { expect, it } from 'vitest';
import type { ServiceEvent } from '../../core/ipc/service-messages';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { startChosenDevices, type DevicePage } from './chosen-devices';

it('V45 frames are told what is chosen as they begin, and all there are when it changes', () => {
  const devices = { camera: 'Desk', microphone: null };
  const store = createAppStore(aState([aService('a', { devices }), aService('b')]), (error) => {
    throw error;
  });
  const told: [string, ServiceEvent][] = [];
  const frame = (name: string) => ({
    send: (_channel: string, event: ServiceEvent) => told.push([name, event]),
  });
  const fire = new Map<string, () => void>();
  const pageOf = (id: string): DevicePage => ({
    mainFrame: { framesInSubtree: [frame(`${id} top`), frame(`${id} inner`)] },
    on: (_event, listener) => fire.set(id, () => listener({}, 'https://x', 200, 'OK', false, 4, 7)),
  });
  const pages = new Map(['a', 'b'].map((id) => [id, pageOf(id)]));
  const stop = startChosenDevices(store, {
    pagesOf: (id) => [pages.get(id)].filter((page) => page !== undefined),
    onPage: (listener) => {
      for (const [id, page] of pages) listener(id, page);
      return () => undefined;
    },
    frameOf: (processId, routingId) => frame(`${processId}:${routingId}`),
  });
  fire.get('a')?.();
  fire.get('b')?.();
  expect(told.splice(0)).toEqual([['4:7', { kind: 'devices-chosen', ...devices }]]);
  store.dispatch({ kind: 'service-renamed', serviceId: 'a', name: 'other' });
  expect(told).toEqual([]);
  const next = { camera: null, microphone: 'Headset' };
  store.dispatch({ kind: 'service-devices-set', serviceId: 'b', devices: next });
  expect(told.splice(0)).toEqual([
    ['b top', { kind: 'devices-chosen', ...next }],
    ['b inner', { kind: 'devices-chosen', ...next }],
  ]);
  stop();
});
