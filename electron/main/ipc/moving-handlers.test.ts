import { expect, it } from 'vitest';
import { exportOf } from '../moving/exports.test-support';
import { known } from '../../core/import/known.test-support';
import { parseImport } from '../../core/import/parse-import';
import { emptyPersisted } from '../../core/model/persisted';
import { createInitialState } from '../../core/state/app-state';
import { createAppStore } from '../store/app-store';
import { createMovingHandlers, type MovingPort } from './moving-handlers';

function start(changes: Partial<MovingPort> = {}) {
  const reports: string[] = [];
  const store = createAppStore(createInitialState(emptyPersisted), (error) => {
    throw error;
  });
  const moving: MovingPort = {
    choose: () => Promise.resolve('/home/ann/ferdium-objects.ferdium-data'),
    find: () =>
      Promise.resolve([
        { app: 'franz', folder: '/f', database: undefined },
        { app: 'ferdium', folder: '/g', database: '/g/server.sqlite' },
      ]),
    read: (file) =>
      Promise.resolve(
        file === '/g/server.sqlite'
          ? parseImport(
              '{"services":[{"id":1,"recipeId":"self-made","name":"Ours"},{"id":2,"recipeId":"no-such"}]}',
            )
          : parseImport(exportOf('ferdium-objects.ferdium-data')),
      ),
    readKinds: () =>
      Promise.resolve({ code: new Map(), addresses: new Map([['self-made', 'https://ours.example.org/']]) }),
    known: () => Promise.resolve(known),
    keepReport: (from) => {
      reports.push(from);
      return Promise.resolve('/data/imports/report.json');
    },
    ...changes,
  };
  return { store, reports, handlers: createMovingHandlers({ store, moving, nowMs: () => 5 }) };
}

it('E6 shows what would come and changes nothing; then brings what was chosen, once', async () => {
  const { store, handlers, reports } = start();
  const offer = await handlers['moving.choose'](undefined);
  if (offer.kind !== 'offer') throw new Error(offer.kind);
  expect(offer.services).toHaveLength(12);
  expect(offer.services.every((service) => !('code' in service))).toBe(true);
  expect(store.getState().revision).toBe(0);
  const keys = offer.services.slice(0, 3).map(({ key }) => key);
  const brought = await handlers['moving.bring']({ keys, addresses: {} });
  expect(brought).toEqual({
    kind: 'brought',
    services: 3,
    workspaces: 1,
    report: '/data/imports/report.json',
  });
  expect(store.getState().persisted.services.map(({ name }) => name)).toEqual(['Ops', 'Acme', 'IRC']);
  expect(reports).toEqual(['/home/ann/ferdium-objects.ferdium-data']);
  expect(await handlers['moving.bring']({ keys, addresses: {} })).toEqual({ kind: 'gone' });
});

it('E9 looks into a folder that was found, and goes by its own recipes', async () => {
  const { store, handlers } = start();
  expect(await handlers['moving.look']({ at: 1 })).toEqual({ kind: 'failed', reason: 'not-there' });
  expect(await handlers['moving.found'](undefined)).toEqual([
    { app: 'franz', folder: '/f', canBring: false },
    { app: 'ferdium', folder: '/g', canBring: true },
  ]);
  expect(await handlers['moving.look']({ at: 0 })).toEqual({ kind: 'failed', reason: 'not-there' });
  const offer = await handlers['moving.look']({ at: 1 });
  if (offer.kind !== 'offer') throw new Error(offer.kind);
  expect(offer.services.map(({ url, status }) => [url, status])).toEqual([
    ['https://ours.example.org/', 'new'],
    [undefined, 'no-address'],
  ]);
  const keys = offer.services.map(({ key }) => key);
  const [, second = ''] = keys;
  const addresses = { [second]: 'not an address' };
  expect(await handlers['moving.bring']({ keys, addresses })).toEqual({
    kind: 'bad-address',
    keys: [second],
  });
  expect(store.getState().persisted.services).toEqual([]);
  const good = { [second]: 'second.example.org' };
  expect(await handlers['moving.bring']({ keys, addresses: good })).toMatchObject({
    kind: 'brought',
    services: 2,
  });
});

it.each<[Partial<MovingPort>, object]>([
  [{ choose: () => Promise.resolve(null) }, { kind: 'cancelled' }],
  [{ read: () => Promise.resolve({ ok: false, reason: 'broken' }) }, { kind: 'failed', reason: 'broken' }],
])('E2 says what became of choosing a file: %j', async (changes, answer) => {
  expect(await start(changes).handlers['moving.choose'](undefined)).toEqual(answer);
});
