import * as fc from 'fast-check';
import { aDownload } from '../fixtures.test-support';
import { downloadActSchema } from '../model/download';
import type { DownloadAction } from './download-actions';

const downloadId = fc.constantFrom('d1', 'd2', 'd3');
const bytes = fc.nat(10_000);

/** What each action about downloads carries, for properties of the state. */
export const downloadActions: {
  readonly [A in DownloadAction as A['kind']]: fc.Arbitrary<Omit<A, 'kind'>>;
} = {
  'download-started': fc.record({
    download: fc
      .tuple(downloadId, fc.constantFrom('s1', 's2', 's9'), bytes)
      .map(([id, serviceId, sizeBytes]) => aDownload(id, { serviceId, sizeBytes })),
  }),
  'download-restarted': fc.record({ downloadId }),
  'download-named': fc.record({ downloadId, path: fc.constant('/d/other'), fileName: fc.constant('other') }),
  'download-progressed': fc.record({
    downloadId,
    progress: fc.record({ receivedBytes: bytes, bytesPerSecond: bytes }),
    sizeBytes: bytes,
  }),
  'download-paused': fc.record({ downloadId, isPaused: fc.boolean() }),
  'download-ended': fc.record({
    downloadId,
    outcome: fc.constantFrom('done' as const, 'failed' as const, 'cancelled' as const),
    failure: fc.constantFrom(null, 'disk-full' as const),
    isRisky: fc.boolean(),
    nowMs: fc.nat(1_000_000),
  }),
  'download-acted': fc.record({ downloadId, act: fc.constantFrom(...downloadActSchema.options) }),
  'downloads-cleared': fc.constant({}),
};

/** The same of what else the person does with pages and their files. */
export const inPageActions = {
  'service-downloads-set': fc.record({
    serviceId: fc.constantFrom('s1', 's2', 's9'),
    downloads: fc.constantFrom(null, { kind: 'ask' } as const),
  }),
  'service-spelling-set': fc.record({
    serviceId: fc.constantFrom('s1', 's9'),
    spelling: fc.constantFrom(null, 'system' as const, ['de', 'en-US']),
  }),
  'dictionaries-found': fc.record({
    there: fc.constantFrom([], ['de', 'fr']),
    preferred: fc.constantFrom([], ['de-AT', 'en']),
  }),
  'dictionary-failed': fc.record({ language: fc.constantFrom('de', 'fr') }),
  'spell-word-added': fc.record({ word: fc.constantFrom('', 'Foyer', 'two words', 'naïve') }),
  'full-screen-toggled': fc.constant({}),
  'page-act-requested': fc.record({
    serviceId: fc.constantFrom('s1', 's9'),
    act: fc.constantFrom('print' as const, 'back' as const),
  }),
};
