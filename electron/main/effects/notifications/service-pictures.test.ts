import { expect, it } from 'vitest';
import { aService, aState } from '../../../core/fixtures.test-support';
import { createAppStore } from '../../store/app-store';
import type { Picture } from '../../icons/picture';
import { startServicePictures } from './service-pictures';

const chat = aService('a', { icon: { kind: 'site' } });

it('D24 has the picture of each service at hand, and the newer of two that came in the wrong order', async () => {
  const store = createAppStore(aState([chat]), (error) => {
    throw error;
  });
  const loads: ((picture: Picture) => void)[] = [];
  const pictures = startServicePictures(store, () => new Promise((resolve) => loads.push(resolve)));
  expect(pictures.find('a')).toBeUndefined();
  store.dispatch({ kind: 'service-renamed', serviceId: 'a', name: 'Other' });
  expect(loads).toHaveLength(1);
  store.dispatch({ kind: 'site-icon-changed', serviceId: 'a' });
  expect(loads).toHaveLength(2);
  loads[1]?.({ key: 'new', png: Buffer.alloc(0) });
  loads[0]?.({ key: 'old', png: Buffer.alloc(0) });
  await new Promise(setImmediate);
  expect(pictures.find('a')?.key).toBe('new');
  store.dispatch({ kind: 'service-removed', serviceId: 'a' });
  expect(pictures.find('a')).toBeUndefined();
});
