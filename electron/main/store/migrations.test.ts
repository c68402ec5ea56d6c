import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { aService } from '../../core/fixtures.test-support';
import { emptyPersisted, PERSISTED_VERSION } from '../../core/model/persisted';
import type { Service } from '../../core/model/service';
import { migration } from './migration';
import { climb, migrations, upgrade } from './migrations';

const first = z.object({ version: z.literal(1), name: z.string() });
const second = z.object({ version: z.literal(2), names: z.array(z.string()) });
const chain = [
  migration(1, first, (old) => ({ names: [old.name] })),
  migration(2, second, (old) => ({ names: old.names, count: old.names.length })),
];

describe('the chain of migrations', () => {
  it.each([
    ['two steps', { version: 1, name: 'a' }, 1, { version: 3, names: ['a'], count: 1 }],
    ['one step', { version: 2, names: ['a', 'b'] }, 2, { version: 3, names: ['a', 'b'], count: 2 }],
    ['none, being there', { version: 3, anything: true }, 3, { version: 3, anything: true }],
  ])('K4 climbs %s', (_, value, from, expected) => {
    expect(climb(value, from, 3, chain)).toEqual({ ok: true, value: expected });
  });

  it('K4 stops at data that its own version would not have written', () => {
    expect(climb({ version: 1, name: 7 }, 1, 3, chain)).toEqual({
      ok: false,
      reason: expect.stringContaining('version 1: name'),
    });
  });

  it('K4 stops at a version without a way on', () => {
    expect(climb({ version: 0 }, 0, 3, chain)).toEqual({ ok: false, reason: 'no way from version 0' });
  });

  it('K4 has a step from every version that was ever released', () => {
    expect(migrations.map((step) => step.from)).toEqual(
      Array.from({ length: PERSISTED_VERSION - 1 }, (_, index) => index + 1),
    );
  });
});

/** A service as version 1 knew it, without what it had and we have not. */
function withoutNew({
  keepText: _text,
  ownNames: _names,
  muteThere: _mute,
  zoomPercent: _zoom,
  ownKeys: _keys,
  sleepMode: _mode,
  listen: _listen,
  ...service
}: Service): object {
  return service;
}

describe('upgrade', () => {
  it('K4 brings version 3 to today: nobody is trusted yet, and no sign-in is kept', () => {
    const { certificates: _certificates, logins: _logins, ownCertificates: _own, ...old } = emptyPersisted;
    expect(upgrade({ ...old, version: 3 })).toEqual({ kind: 'good', persisted: emptyPersisted });
  });

  it('K4 brings version 4 to today: keys as they come, no workspaces, pages at their own size', () => {
    const { keys: _keys, workspaces: _spaces, activeWorkspaceId: _up, ...old } = emptyPersisted;
    const { zoomPercent: _zoom, ownKeys: _own, sleepMode: _mode, listen: _l, ...service } = aService('a');
    const { theme, barSize, closeToTray, downloads, busyPerHour, inbox } = old.settings;
    const settings = { theme, barSize, closeToTray, downloads, busyPerHour, inbox };
    expect(upgrade({ ...old, version: 4, services: [service], settings })).toEqual({
      kind: 'good',
      persisted: { ...emptyPersisted, services: [aService('a')], activeServiceId: 'a' },
    });
  });

  it('K4 brings version 5 to today: services sleep when that is right, none may be listened to before the person says so', () => {
    const { credentials: _credentials, ...old } = emptyPersisted;
    const { sleepMode: _mode, listen: _listen, ...service } = aService('a');
    const { sleep: _sleep, ...settings } = old.settings;
    expect(upgrade({ ...old, version: 5, services: [service], settings })).toEqual({
      kind: 'good',
      persisted: { ...emptyPersisted, services: [aService('a')], activeServiceId: 'a' },
    });
  });

  it('R1 drops rules of services that the same file no longer has', () => {
    const rules = [{ scope: { kind: 'service', serviceId: 'gone' }, values: { notify: 'none' } }];
    expect(upgrade({ ...emptyPersisted, rules })).toEqual({ kind: 'good', persisted: emptyPersisted });
  });

  const version1 = {
    version: 1,
    services: [
      { ...withoutNew(aService('loud')), notify: true },
      { ...withoutNew(aService('muted')), notify: false },
    ],
    activeServiceId: 'muted',
    settings: {
      theme: 'dark',
      barSize: 'names',
      closeToTray: false,
      downloads: { kind: 'ask' },
      notifications: { kind: 'on' },
    },
    window: { bounds: null, maximized: true },
  };

  it('K4 brings version 1 to today: muted services by rule, the rest as it was', () => {
    expect(upgrade(version1)).toEqual({
      kind: 'good',
      persisted: {
        ...emptyPersisted,
        services: [aService('loud'), aService('muted')],
        activeServiceId: 'muted',
        settings: {
          ...emptyPersisted.settings,
          theme: 'dark',
          barSize: 'names',
          closeToTray: false,
        },
        window: { bounds: null, maximized: true },
        rules: [{ scope: { kind: 'service', serviceId: 'muted' }, values: { notify: 'none' } }],
      },
    });
  });

  it.each([
    [{ kind: 'paused' }, null],
    [{ kind: 'paused-until', untilMs: 77 }, 77],
  ])('K4 brings the pause %j of version 1 along', (notifications, untilMs) => {
    const settings = { ...version1.settings, notifications };
    expect(upgrade({ ...version1, settings })).toMatchObject({
      persisted: { focus: { now: { untilMs, isPause: true } } },
    });
  });

  it('K4 brings version 2 to today: nothing is known of what servers have muted', () => {
    const { serverMutes: _new, ...old } = emptyPersisted;
    const { muteThere: _mute, zoomPercent: _zoom, ownKeys: _keys, ...service } = aService('a');
    expect(upgrade({ ...old, version: 2, services: [service] })).toEqual({
      kind: 'good',
      persisted: { ...emptyPersisted, services: [aService('a')], activeServiceId: 'a' },
    });
  });

  it('K4 refuses what version 1 would not have written', () => {
    expect(upgrade({ ...version1, services: [{ id: 'a' }] })).toMatchObject({ kind: 'broken' });
  });

  it('K4 brings a made-up older version all the way to the present one', () => {
    const old = z.object({ version: z.literal(0), dark: z.boolean() });
    const step = migration(0, old, ({ dark }) => ({
      ...version1,
      settings: { ...version1.settings, theme: dark ? 'dark' : 'light' },
    }));
    const upgraded = upgrade({ version: 0, dark: true }, [step, ...migrations]);
    expect(upgraded).toMatchObject({ kind: 'good', persisted: { settings: { theme: 'dark' } } });
  });

  it('K4 refuses what a step made wrongly', () => {
    const step = migration(0, z.object({ version: z.literal(0) }), () => ({ services: [] }));
    expect(upgrade({ version: 0 }, [step])).toMatchObject({ kind: 'broken' });
  });

  it('K3 knows a newer version by its number alone', () => {
    expect(upgrade({ version: PERSISTED_VERSION + 6, whatever: 'it holds' })).toEqual({
      kind: 'newer',
      version: PERSISTED_VERSION + 6,
    });
  });

  it.each([
    null,
    [],
    'text',
    7,
    {},
    { version: '1' },
    { version: 1.5 },
    { version: -1 },
    { version: 1e308 },
    { ...emptyPersisted, services: [{}] },
    { ...emptyPersisted, services: undefined },
  ])('K2 calls %j broken', (value) => {
    expect(upgrade(value).kind).toBe('broken');
  });

  it('K2 never throws, whatever was stored', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(3), (value, version) => {
        upgrade(value);
        upgrade(Object.assign(Object(value), { version }));
      }),
    );
  });
});
