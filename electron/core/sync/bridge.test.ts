import { describe, expect, it } from 'vitest';
import { aService } from '../fixtures.test-support';
import { emptyPersisted, type Persisted } from '../model/persisted';
import { noTweaks } from '../model/tweaks';
import { keptToMade, madeToKept, toJoinBase } from './bridge';
import { diffMade } from './diff-made';
import { findLinks, noLinks, renamed } from './links';
import type { Made, Thing } from './made';
import { settle } from './settle';
import { everything } from './sync.test-support';

const made = keptToMade(everything, noLinks);

describe('what goes from machine to machine', () => {
  it('E43 all that the person made is there on a machine that had nothing, and nothing else', () => {
    const there = madeToKept(made, emptyPersisted, noLinks);
    const { keys, ...rest } = everything;
    expect(there).toEqual({ ...rest, keys: { ...keys, system: null } });
  });

  it('E53 what stands under the name of another is none: nobody could take it out again', () => {
    const strange = new Map(made);
    for (const from of ['rule/*', 'link/ example.org', 'pattern/wiki#pattern:1'])
      strange.set(`${from}x`, made.get(from) as Thing);
    const there = madeToKept(strange, everything, noLinks);
    expect(there).toBe(everything);
  });

  it('E43 what is the machine’s own stays: sizes, permissions, proxy, window, sign-ins', () => {
    const own: Partial<Persisted> = {
      settings: {
        ...everything.settings,
        textSize: 150,
        barSize: 'names',
        closeToTray: false,
        theme: 'light',
      },
      services: [
        aService('team', {
          zoomPercent: 150,
          permissions: [
            { origin: 'https://team.test', permission: 'camera', decision: 'allow', decidedAtMs: 1 },
          ],
          downloads: { kind: 'folder', folder: '/here' },
        }),
      ],
      tweaks: [{ ...noTweaks('team'), proxy: { kind: 'direct' } }],
      keys: { bindings: {}, system: 'Mod+F1' },
      window: { bounds: null, maximized: true },
    };
    const there = madeToKept(made, { ...emptyPersisted, ...own }, noLinks);
    expect(there.settings).toMatchObject({
      textSize: 150,
      barSize: 'names',
      closeToTray: false,
      theme: 'dark',
    });
    expect(there.services[0]).toMatchObject({ zoomPercent: 150, recipeId: 'rocketchat' });
    expect(there.services[0]?.permissions).toHaveLength(1);
    expect(there.services[0]?.downloads).toEqual({ kind: 'folder', folder: '/here' });
    expect(there.tweaks[0]?.proxy).toEqual({ kind: 'direct' });
    expect(there.keys.system).toBe('Mod+F1');
    expect(there.window.maximized).toBe(true);
  });

  it('E53 whatever the document says, what is kept can be kept', () => {
    const strange: readonly unknown[] = [
      null,
      7,
      'x',
      {},
      [],
      { kind: 'some' },
      Number.NaN,
      undefined,
      '\u0000',
    ];
    for (const value of strange)
      for (const key of made.keys()) {
        const thing = made.get(key);
        if (thing === undefined) continue;
        const spoilt: Thing = {
          fields: Object.fromEntries(Object.keys(thing.fields).map((name) => [name, value])),
          lists: Object.fromEntries(
            Object.keys(thing.lists).map((name) => [name, ['\u0000', 'x'.repeat(5000)]]),
          ),
          texts: Object.fromEntries(Object.keys(thing.texts).map((name) => [name, 'x'.repeat(300_000)])),
        };
        const there = madeToKept(new Map([...made, [key, spoilt]]), everything, noLinks);
        expect(there.services.map(({ id }) => id).toSorted()).toEqual(['team', 'wiki']);
        expect(madeToKept(made, there, noLinks).services).toEqual(everything.services);
      }
    expect(
      madeToKept(new Map([['service/../x', { fields: {}, lists: {}, texts: {} }]]), everything, noLinks)
        .services,
    ).toEqual([]);
  });

  it('E53 what a newer Foyer says of a service leaves it as it is here, and is not taken back', () => {
    const team = made.get('service/team');
    if (team === undefined) throw new Error('not there');
    const newer: Made = new Map([
      ...made,
      ['service/team', { ...team, fields: { ...team.fields, sleepMode: 'dreaming' } }],
    ]);
    const there = madeToKept(newer, everything, noLinks);
    expect(there.services[0]).toEqual(everything.services[0]);
    expect(diffMade(keptToMade(there, noLinks), keptToMade(there, noLinks))).toEqual([]);
  });
});

describe('what was done', () => {
  const after = (changes: Partial<Persisted>) =>
    diffMade(made, keptToMade({ ...everything, ...changes }, noLinks));

  it('E44 is told value by value', () => {
    const [team, wiki] = everything.services;
    if (team === undefined || wiki === undefined) throw new Error('not there');
    expect(after({ services: [{ ...team, name: 'Crew' }, wiki] })).toEqual([
      { kind: 'changed', key: 'service/team', fields: { name: 'Crew' }, lists: {}, texts: {} },
    ]);
    expect(after({})).toEqual([]);
  });

  it('E46 what goes with its service is not removed by itself, so that it can come back with it', () => {
    const [, wiki] = everything.services;
    if (wiki === undefined) throw new Error('not there');
    expect(after({ services: [wiki] })).toEqual([{ kind: 'gone', key: 'service/team' }]);
  });

  it('E46 a rule of a service that is made says that the service is wanted', () => {
    const rules = [
      ...everything.rules,
      { scope: { kind: 'service' as const, serviceId: 'wiki' }, values: { sound: false } },
    ];
    expect(after({ rules }).map(({ kind, key }) => [kind, key])).toEqual([
      ['made', 'rule/wiki'],
      ['touched', 'service/wiki'],
    ]);
  });
});

describe('joining', () => {
  const there: Persisted = {
    ...emptyPersisted,
    services: [
      aService('t', { recipeId: 'rocketchat', name: 'team', url: 'https://team.test/', ownNames: ['anna'] }),
    ],
    workspaces: [{ id: 'w', name: 'Day job', serviceIds: ['t'], staysQuiet: false }],
  };

  it('E48 finds what both have, by kind and address, and keeps its name here', () => {
    const links = findLinks(everything, there);
    expect(links).toEqual({ services: { t: 'team' }, workspaces: { w: 'day' }, schedules: {} });
    expect(renamed(renamed(everything, links, 'shared'), links, 'local')).toEqual(everything);
    expect(renamed(everything, links, 'shared').rules[0]?.scope).toMatchObject({ serviceId: 't' });
  });

  it('E48 of what both have the others’ holds, lists are put together, what is here alone is new', () => {
    const links = findLinks(everything, there);
    const own = keptToMade(everything, links);
    const edits = diffMade(toJoinBase(own, keptToMade(there, noLinks)), own);
    expect(edits.find(({ key }) => key === 'service/wiki')?.kind).toBe('made');
    expect(edits.find(({ key }) => key === 'service/t')).toMatchObject({
      fields: {},
      lists: { ownNames: { before: [], after: ['ann', 'annie'] } },
      texts: { css: 'body {\n  color: red;\n}\n' },
    });
  });
});

it('E51 after an end in the middle, what was taken over already is what was agreed on', () => {
  const [team] = everything.services;
  if (team === undefined) throw new Error('not there');
  const came = keptToMade({ ...everything, services: [{ ...team, name: 'Came' }] }, noLinks);
  const kept = keptToMade(
    { ...everything, services: [{ ...team, name: 'Came' }], keys: { bindings: {}, system: null } },
    noLinks,
  );
  const settled = settle(made, came, kept);
  expect(diffMade(settled, kept).map(({ key }) => key)).toEqual(['keys']);
});
