import { describe, expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import type { FileProblem } from '../../core/ipc/answers';
import { createAppStore } from '../store/app-store';
import { createDiagnosticsDesk } from './diagnostics';

function aDesk(chosen: string | null, problem?: FileProblem) {
  const store = createAppStore(aState([aService('a')]), () => undefined);
  const written: [string, string][] = [];
  const desk = createDiagnosticsDesk({
    store,
    log: {
      recent: () => [
        { atMs: 0, text: 'bug', error: { name: 'Error', code: undefined, frames: ['x.js:1:2'] } },
      ],
    },
    about: { version: '0.1.0', electron: '33.2.1', chromium: '130.0', node: '20.18.1' },
    facts: { platform: 'linux', isWayland: false, isDev: true },
    recipeIds: ['website'],
    metrics: () => [
      {
        type: 'Browser',
        memory: { workingSetSize: 120_000, peakWorkingSetSize: 0 },
        cpu: { percentCPUUsage: 1.4, idleWakeupsPerSecond: 0 },
      },
    ],
    files: {
      chooseToSave: (name) => Promise.resolve(chosen === null ? null : `${chosen}/${name}`),
      chooseToOpen: () => Promise.resolve(null),
      write: (file, text) => {
        written.push([file, text]);
        return Promise.resolve(problem);
      },
      read: () => Promise.resolve({ ok: false, reason: 'unreadable' }),
    },
    writeClipboard: (text) => {
      written.push(['clipboard', text]);
      return Promise.resolve();
    },
    nowMs: () => 1000,
    random: () => 0.5,
  });
  return { desk, store, written };
}

describe('the diagnostics', () => {
  it('W225 are saved and copied as they were shown, whatever happens meanwhile', async () => {
    const { desk, store, written } = aDesk('/home/x');
    const shown = desk.make();
    expect(JSON.parse(shown)).toMatchObject({
      kind: 'foyer-diagnostics',
      app: { electron: '33.2.1' },
      resources: { processes: [{ type: 'Browser', megabytes: 120, cpuPercent: 1 }] },
      services: [{ service: 'service-1', host: 'host-1', recipe: 'website' }],
      log: [{ beforeS: 1, text: 'bug', error: { name: 'Error', frames: ['x.js:1:2'] } }],
    });
    store.dispatch({ kind: 'service-enabled-set', serviceId: 'a', enabled: false });
    expect(await desk.save()).toEqual({ kind: 'saved', file: '/home/x/foyer-diagnostics.json', count: 1 });
    expect(await desk.copy()).toBeNull();
    expect(written).toEqual([
      ['/home/x/foyer-diagnostics.json', shown],
      ['clipboard', shown],
    ]);
  });

  it('W225 what was not chosen or could not be written is told', async () => {
    expect(await aDesk(null).desk.save()).toEqual({ kind: 'cancelled' });
    expect(await aDesk('/x', 'disk-full').desk.save()).toEqual({ kind: 'failed', reason: 'disk-full' });
  });
});
