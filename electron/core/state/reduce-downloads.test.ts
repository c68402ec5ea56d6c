import { describe, expect, it } from 'vitest';
import { decideProgress } from '../decide/decide-progress';
import { aDownload, aService, aState } from '../fixtures.test-support';
import { toDownloads } from '../ipc/download-projection';
import { DOWNLOADS_MAX, toDownloadSource } from '../model/download';
import type { Action } from './actions';
import type { AppState } from './app-state';
import { reduce } from './reduce';

const started = (id: string, changes = {}): Action => ({
  kind: 'download-started',
  download: aDownload(id, changes),
});
const progressed = (downloadId: string, receivedBytes: number, sizeBytes = 1000): Action => ({
  kind: 'download-progressed',
  downloadId,
  progress: { receivedBytes, bytesPerSecond: 5 },
  sizeBytes,
});
const over = (downloadId: string, outcome: 'done' | 'failed' | 'cancelled'): Action => ({
  kind: 'download-ended',
  downloadId,
  outcome,
  failure: outcome === 'failed' ? 'broken-off' : null,
  isRisky: false,
  nowMs: 9,
});
const after = (...actions: readonly Action[]): AppState => actions.reduce(reduce, aState([aService('a')]));
const looks = (state: AppState): string =>
  toDownloads(state)
    .map(({ id, look }) => `${id} ${look}`)
    .join(', ');

describe('the list of downloads', () => {
  it('B20 has the latest first, with how it stands', () => {
    const state = after(started('x'), started('y'), progressed('y', 250), over('x', 'done'));
    expect(looks(state)).toBe('y running, x done');
    expect(toDownloads(state)[0]).toMatchObject({ receivedBytes: 250, sizeBytes: 1000, serviceName: 'a' });
  });

  it('B20 takes none that is not listed for one, and none of a service there is not', () => {
    const state = after(progressed('x', 5), started('x', { serviceId: 'gone' }));
    expect([state.persisted.downloads, state.session.downloads]).toEqual([[], {}]);
  });

  it('B26 keeps addresses only as long as they are of use', () => {
    const sources = (state: AppState) => state.persisted.downloads.map(({ source }) => source !== null);
    expect(sources(after(started('x'), over('x', 'failed')))).toEqual([true]);
    expect(sources(after(started('x'), over('x', 'done')))).toEqual([false]);
    expect(sources(after(started('x'), over('x', 'cancelled')))).toEqual([false]);
    const of = (url: string) =>
      toDownloadSource({ urlChain: [url], mimeType: '', eTag: '', lastModified: '' });
    expect(of('data:text/plain,secret')).toBeNull();
    expect(of(`https://a.test/${'x'.repeat(9000)}`)).toBeNull();
    expect(of('https://a.test/')).not.toBeNull();
  });

  it('B26 leaves out the oldest that are over where there are too many', () => {
    const many = Array.from({ length: DOWNLOADS_MAX }, (_, index) => started(`d${index}`));
    const state = after(...many, over('d1', 'done'), started('new'));
    const ids = state.persisted.downloads.map(({ id }) => id);
    expect([ids.length, ids.includes('d0'), ids.includes('d1'), ids.at(-1)]).toEqual([
      100,
      true,
      false,
      'new',
    ]);
  });

  it('B22 forgets what is over, and never what is under way', () => {
    const state = after(started('x'), started('y'), over('y', 'done'));
    const forget = (downloadId: string): Action => ({ kind: 'download-acted', downloadId, act: 'forget' });
    expect(looks(reduce(state, forget('x')))).toBe('y done, x running');
    expect(looks(reduce(state, forget('y')))).toBe('x running');
    expect(looks(reduce(state, { kind: 'downloads-cleared' }))).toBe('x running');
  });

  it('B26 a service that is gone takes them with it', () => {
    const state = after(started('x'), { kind: 'service-removed', serviceId: 'a' });
    expect(state.persisted.downloads).toHaveLength(1);
    const final = reduce(state, { kind: 'service-removal-final', serviceId: 'a' });
    expect(final.persisted.downloads).toEqual([]);
  });

  it('B27 progress is that of all that run, in whole per cents', () => {
    expect(decideProgress(after(started('x')))).toEqual({ kind: 'share', share: 0 });
    const state = after(started('x'), progressed('x', 255), started('y'), progressed('y', 255, 3000));
    expect(decideProgress(state)).toEqual({ kind: 'share', share: 0.12 });
    expect(decideProgress(after(started('x', { sizeBytes: 0 })))).toEqual({ kind: 'unknown' });
    const paused: Action = { kind: 'download-paused', downloadId: 'x', isPaused: true };
    expect(decideProgress(after(started('x'), paused))).toEqual({ kind: 'none' });
    expect(decideProgress(after(started('x'), over('x', 'done')))).toEqual({ kind: 'none' });
  });
});
