import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aService } from '../fixtures.test-support';
import {
  emptyPersisted,
  parsePersisted,
  PERSISTED_VERSION,
  withoutPolicyOfGone,
  type Persisted,
} from './persisted';

const one = aService('s1');
const two = aService('s2', { recipeId: 'slack', url: 'https://team.slack.com/' });
const kept: Persisted = { ...emptyPersisted, services: [one, two], activeServiceId: 's2' };
const parsed = (value: unknown): Persisted | string => {
  const result = parsePersisted(value);
  return result.ok ? result.persisted : result.reason;
};

describe('parsePersisted', () => {
  it('S7 gives back what was kept, in its order', () => {
    expect(parsed(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    expect(parsed(emptyPersisted)).toEqual(emptyPersisted);
  });

  it('K12 what came to the version later is as at first where it is not kept', () => {
    const { search: _search, developerMode: _mode, ...settings } = emptyPersisted.settings;
    expect(parsed({ ...emptyPersisted, settings })).toEqual(emptyPersisted);
  });

  it('S3 makes the first service active where the kept one is not there', () => {
    expect(parsed({ ...kept, activeServiceId: 'gone' })).toMatchObject({ activeServiceId: 's1' });
    expect(parsed({ ...kept, activeServiceId: null })).toMatchObject({ activeServiceId: 's1' });
    expect(parsed({ ...emptyPersisted, activeServiceId: 'gone' })).toMatchObject({ activeServiceId: null });
  });

  it.each([
    ['services', [one, one]],
    ['services', [one, null]],
    ['services', Array.from({ length: 1001 }, (_, index) => ({ ...one, id: `s${index}` }))],
    ['services', {}],
    ['version', PERSISTED_VERSION + 1],
    ['version', undefined],
    ['activeServiceId', 7],
    ['settings', undefined],
    ['settings', { ...kept.settings, theme: undefined }],
    ['settings', { ...kept.settings, busyPerHour: 0 }],
    ['rules', [{ scope: { kind: 'service' }, values: {} }]],
    ['focus', { ...kept.focus, schedules: [{ id: 'x' }] }],
    ['settings', { ...kept.settings, downloads: { kind: 'folder', folder: '' } }],
    ['window', { bounds: { x: 0, y: 0, width: 1e9, height: 1 }, maximized: false }],
    ['window', { bounds: null }],
  ])('S7 refuses %s when wrong, saying where', (key, value) => {
    expect(parsed({ ...kept, [key]: value })).toContain(key);
  });

  it('S7 keeps nothing it does not know', () => {
    const known = parsed({ ...kept, services: [{ ...one, script: 'x' }], more: 1, activeServiceId: 's1' });
    expect(known).toEqual({ ...kept, services: [one], activeServiceId: 's1' });
  });

  it('S7 never throws', () => {
    const keys = fc.constantFrom('version', 'services', 'activeServiceId', 'settings', 'window', '__proto__');
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true }), keys, (value, key) => {
        expect(typeof parsePersisted(value).ok).toBe('boolean');
        expect(typeof parsePersisted({ ...kept, [key]: value }).ok).toBe('boolean');
      }),
    );
  });
});

describe('withoutPolicyOfGone', () => {
  it('R1 leaves out rules and patterns of services that are not in the same list', () => {
    const rule = (serviceId: string) =>
      ({ scope: { kind: 'service', serviceId }, values: { notify: 'none' } }) as const;
    const forAWhile = (serviceId: string) =>
      ({ ...rule(serviceId), startedAtMs: 0, untilMs: 1, end: 'duration' }) as const;
    const pattern = (serviceId: string) =>
      ({ channelId: 'p', serviceId, name: 'P', kind: 'public', on: 'tag', how: 'is', text: 'p' }) as const;
    const everywhere = { scope: { kind: 'everywhere' }, values: { sound: false } } as const;
    const cleaned = withoutPolicyOfGone({
      ...kept,
      rules: [everywhere, rule('gone'), rule('s1')],
      temporaryRules: [forAWhile('gone'), forAWhile('s2')],
      patterns: [pattern('s1'), pattern('gone')],
    });
    expect(cleaned).toEqual({
      ...kept,
      rules: [everywhere, rule('s1')],
      temporaryRules: [forAWhile('s2')],
      patterns: [pattern('s1')],
    });
  });

  it('O7 takes services that are gone out of workspaces', () => {
    const workspace = { id: 'w', name: 'Work', serviceIds: ['s2', 'gone', 's1'], staysQuiet: false };
    const cleaned = withoutPolicyOfGone({ ...kept, workspaces: [workspace] });
    expect(cleaned.workspaces).toEqual([{ ...workspace, serviceIds: ['s2', 's1'] }]);
  });
});

describe('workspaces that are read', () => {
  const workspace = { id: 'w', name: 'Work', serviceIds: ['s1', 's1'], staysQuiet: false };
  const read = (changes: object) => {
    const parsed = parsePersisted({ ...kept, activeServiceId: 's1', ...changes });
    return parsed.ok ? parsed.persisted : undefined;
  };

  it('O4 have each id and each service once', () => {
    expect(read({ workspaces: [workspace, workspace] })?.workspaces).toEqual([
      { ...workspace, serviceIds: ['s1'] },
    ]);
  });

  it.each([
    ['w', 's1', 'w'],
    ['w', 's2', null],
    ['gone', 's1', null],
    [null, 's1', null],
  ])('O5 with %s up and %s active have %s up', (activeWorkspaceId, activeServiceId, wanted) => {
    const persisted = read({ workspaces: [workspace], activeWorkspaceId, activeServiceId });
    expect(persisted?.activeWorkspaceId).toBe(wanted);
    expect(persisted?.activeServiceId).toBe(activeServiceId);
  });
});
