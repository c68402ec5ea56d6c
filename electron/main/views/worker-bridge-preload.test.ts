import { describe, expect, it } from 'vitest';
import { startWorkerPreload, type PreloadSession, type RunningWorker } from './worker-bridge-preload';
import type { WorkerEvent } from './worker-bridge-records';

const scope = 'https://a.example/';

describe('P62 Electron 35+: worker preloads', () => {
  function openPreload() {
    const statuses: ((details: { versionId: number; runningStatus: string }) => void)[] = [];
    const hearing: ((event: unknown, raw: unknown) => void)[] = [];
    const sent: unknown[] = [];
    const tasks = { started: 0, ended: 0 };
    const worker: RunningWorker = {
      scope,
      isDestroyed: () => false,
      send: (_, each) => void sent.push(each),
      startTask: () => {
        tasks.started += 1;
        return { end: () => void (tasks.ended += 1) };
      },
      ipc: { on: (_, hear) => hearing.push(hear) },
    };
    const registered = new Set<string>();
    const session: PreloadSession = {
      registerPreloadScript: ({ filePath }) => {
        registered.add(filePath);
        return filePath;
      },
      unregisterPreloadScript: (id) => registered.delete(id),
      serviceWorkers: {
        on: (_, hear) => statuses.push(hear),
        off: (_, hear) => statuses.splice(statuses.indexOf(hear), 1),
        getWorkerFromVersionID: (versionId) => (versionId === 5 ? worker : undefined),
        startWorkerForScope: () => Promise.resolve(worker),
      },
    };
    const heard: [string, unknown][] = [];
    const preload = startWorkerPreload(session, '/worker.cjs', (of, raw, reply) => {
      heard.push([of, raw]);
      reply({ kind: 'notification-list', requestId: 'q', items: [] });
    });
    return { preload, statuses, hearing, sent, tasks, registered, heard };
  }

  it('P62 registers the preload, hears each starting worker once, answers it, and takes all back', () => {
    const { preload, statuses, hearing, sent, registered, heard } = openPreload();
    expect([...registered]).toEqual(['/worker.cjs']);
    for (const runningStatus of ['starting', 'running', 'stopped'])
      statuses[0]?.({ versionId: 5, runningStatus });
    expect(hearing.length).toBe(1);
    expect(preload.isHeard(scope)).toBe(false);
    hearing[0]?.({}, '{"kind":"worker-ready"}');
    expect(preload.isHeard(scope)).toBe(false);
    hearing[0]?.({}, '{"kind":"badge","badge":{"kind":"flag"}}');
    expect(preload.isHeard(scope)).toBe(true);
    expect(heard.map(([of]) => of)).toEqual([scope, scope]);
    expect(sent.length).toBe(2);
    preload.stop();
    expect([registered.size, statuses.length]).toEqual([0, 0]);
  });

  it('P62 wakes the worker for an event and keeps it awake until it is done', async () => {
    const { preload, hearing, sent, tasks } = openPreload();
    const click: WorkerEvent = {
      kind: 'worker-event',
      requestId: 'r9',
      event: 'click',
      pageId: 'a',
      state: '',
      action: '',
    };
    preload.send(scope, click);
    await new Promise((resolve) => setImmediate(resolve));
    expect(sent).toEqual([click]);
    expect(tasks).toEqual({ started: 1, ended: 0 });
    hearing[0]?.({}, '{"kind":"worker-done","requestId":"r9"}');
    expect(tasks).toEqual({ started: 1, ended: 1 });
    preload.stop();
  });
});
