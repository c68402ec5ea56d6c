import { describe, expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import type { Service } from '../model/service';
import type { SleepSettings } from '../model/sleep-settings';
import type { AppState, ServiceSession, Session } from '../state/app-state';
import { withServiceSession, withSession } from '../state/change';
import { CHECK_MS, decideSleep } from './decide-sleep';

const MIN = 60_000;
const MB = 2 ** 20;
const canListen = (recipeId: string): boolean => recipeId === 'rocketchat';
const up: Partial<ServiceSession> = { load: { kind: 'ready' }, unseenSinceMs: 0 };
const heard = { recipeId: 'rocketchat', listen: 'yes' } as const;

interface One {
  readonly service?: Partial<Service>;
  readonly session?: Partial<ServiceSession>;
}

/** Service `seen` is looked at; each other is up and was left at 0. */
function given(
  others: Readonly<Record<string, One>>,
  sleep: Partial<SleepSettings> = {},
  session: Partial<Session> = {},
): AppState {
  const services = Object.entries(others).map(([id, { service }]) => aService(id, { ...heard, ...service }));
  const start = aState([aService('seen', heard), ...services]);
  const settings = { ...start.persisted.settings, sleep: { ...start.persisted.settings.sleep, ...sleep } };
  const shown = withSession(
    { ...start, persisted: { ...start.persisted, settings } },
    { window: { ...start.session.window, visible: true, focused: true }, ...session },
  );
  return [['seen', {} as One] as const, ...Object.entries(others)].reduce(
    (state, [id, one]) => withServiceSession(state, id, { ...up, ...one.session }),
    shown,
  );
}
const sleeping = (state: AppState, nowMs: number): readonly string[] =>
  decideSleep(state, canListen, nowMs).sleep.map(({ serviceId, why }) => `${serviceId} ${why}`);
const used = (
  bytesByService: Readonly<Record<string, number>>,
  more: Partial<Session['resources']> = {},
) => ({
  resources: {
    sampledAtMs: 1,
    bytesByService,
    machineBytes: 4000 * MB,
    isPressed: false,
    isOnBattery: false,
    ...more,
  },
});

describe('by time', () => {
  it('Z3 L54 while all is locked one that is heard asleep sleeps after a minute, the one that was up too, no other', () => {
    const lock = {
      kind: 'locked',
      why: 'asked',
      waitUntilMs: null,
      isBroken: false,
      opensBy: 'none',
    } as const;
    const others = {
      deaf: { service: { listen: 'no' } },
      awake: { service: { sleepMode: 'awake' } },
    } as const;
    const state = given({ a: {}, ...others }, { afterMin: null }, { lock });
    expect(sleeping(state, MIN - 1)).toEqual([]);
    expect(decideSleep(state, canListen, MIN - 1).nextAtMs).toBe(MIN);
    expect(sleeping(state, MIN)).toEqual(['seen unseen', 'a unseen']);
    expect(sleeping(given({ a: {} }, { afterMin: null }), 99 * MIN)).toEqual([]);
  });

  it('Z1 one that was not seen for so long sleeps, and not a moment sooner', () => {
    const state = given({ a: {} });
    expect(decideSleep(state, canListen, 10 * MIN - 1)).toEqual({
      sleep: [],
      check: [],
      ask: [],
      nextAtMs: 10 * MIN,
    });
    expect(sleeping(state, 10 * MIN)).toEqual(['a unseen']);
  });

  it.each<[string, One]>([
    ['is always awake', { service: { sleepMode: 'awake' } }],
    ['is loading', { session: { load: { kind: 'loading' } } }],
    ['sleeps already', { session: { load: { kind: 'asleep', sinceMs: 0 }, listening: live() } }],
    ['is being made ready for it', { session: { isDozing: true } }],
    ['is in a call', { session: { capturing: true } }],
    ['uploads', { session: { busy: ['upload'] } }],
    ['holds a draft', { session: { busy: ['draft'] } }],
    ['is off', { service: { enabled: false } }],
  ])('Z2 never one that %s', (_, one) => {
    expect(sleeping(given({ a: one }), 10 * MIN)).toEqual([]);
  });

  it('Z2 never the one on screen, nor one that asks the person something', () => {
    expect(sleeping(given({}), 100 * MIN)).toEqual([]);
    const prompt = { kind: 'permission', id: 'p', serviceId: 'a', origin: '', permission: 'camera' } as const;
    expect(sleeping(given({ a: {} }, {}, { prompts: [prompt] }), 10 * MIN)).toEqual([]);
  });

  it('Z2 the one that is up sleeps once the window is hidden', () => {
    const { window } = given({}).session;
    expect(sleeping(given({}, {}, { window: { ...window, visible: false } }), 10 * MIN)).toEqual([
      'seen unseen',
    ]);
  });

  it.each<[string, Partial<Service>]>([
    ['has no listener', { recipeId: 'slack' }],
    ['must not be listened to', { listen: 'no' }],
    ['waits for the person to agree', { listen: 'ask' }],
  ])('Z3 one that %s sleeps by time alone only where the person wants that', (_, service) => {
    expect(sleeping(given({ a: { service } }), 10 * MIN)).toEqual([]);
    expect(sleeping(given({ a: { service } }, { deafToo: true }), 10 * MIN)).toEqual(['a unseen']);
  });

  it('Z3 nor one whose server refused its listener', () => {
    const listening = { kind: 'refused', reason: '', sinceMs: 0 } as const;
    expect(sleeping(given({ a: { session: { listening } } }), 10 * MIN)).toEqual([]);
  });

  it('Z4 sooner on battery, where the person wants that', () => {
    const onBattery = used({}, { isOnBattery: true });
    expect(sleeping(given({ a: {} }, {}, onBattery), 3 * MIN)).toEqual(['a unseen']);
    expect(sleeping(given({ a: {} }, { soonerOnBattery: false }, onBattery), 3 * MIN)).toEqual([]);
  });

  it('Z1 without a time none sleeps by it', () => {
    expect(decideSleep(given({ a: {} }, { afterMin: null }), canListen, 1e9)).toMatchObject({
      sleep: [],
      nextAtMs: undefined,
    });
  });

  it('Z5 whom the person sends to sleep goes at once, when they do not look at it', () => {
    expect(sleeping(given({ a: { session: { isSleepAsked: true } } }), 1)).toEqual(['a asked']);
    const looking = withServiceSession(given({}), 'seen', { isSleepAsked: true });
    expect(sleeping(looking, 1)).toEqual([]);
  });
});

describe('by need', () => {
  const three = {
    deaf: { service: { recipeId: 'slack' } },
    late: { session: { unseenSinceMs: 2 } },
    early: { session: { unseenSinceMs: 1 } },
  };
  const min = 1 * MIN;

  it('Z6 over the memory they may take, the least useful go until there is room: heard ones first, longest unseen first', () => {
    const bytes = { seen: 400 * MB, deaf: 300 * MB, late: 300 * MB, early: 300 * MB };
    expect(sleeping(given(three, {}, used(bytes)), min)).toEqual(['early memory', 'late memory']);
    expect(sleeping(given(three, { memoryPercent: 40 }, used(bytes)), min)).toEqual([]);
    expect(sleeping(given(three, { memoryPercent: 12 }, used(bytes)), min)).toEqual([
      'early memory',
      'late memory',
      'deaf memory',
    ]);
  });

  it('Z6 one goes when the machine is short of memory, whatever all take', () => {
    const pressed = used({ early: 10 * MB, late: 10 * MB, seen: 30 * MB }, { isPressed: true });
    expect(sleeping(given(three, {}, pressed), min)).toEqual(['early memory']);
  });

  it('Z7 over the number the person allows, too', () => {
    expect(sleeping(given(three, { awakeMax: 2 }), min)).toEqual(['early count', 'late count']);
  });

  it('Z6 one that was left a moment ago is spared for a moment', () => {
    const state = given({ a: {} }, { awakeMax: 1 });
    expect(decideSleep(state, canListen, 9_999)).toMatchObject({ sleep: [], nextAtMs: 10_000 });
    expect(sleeping(state, 10_000)).toEqual(['a count']);
  });
});

describe('looks', () => {
  const asleep = { load: { kind: 'asleep', sinceMs: 0 }, unseenSinceMs: undefined } as const;
  const slack = { recipeId: 'slack' };
  const look = (session: Partial<ServiceSession>, service: Partial<Service> = slack) =>
    decideSleep(given({ a: { service, session: { ...asleep, ...session } } }), canListen, 15 * MIN);

  it('Z8 one that sleeps unheard is looked at now and then', () => {
    expect(look({})).toMatchObject({ check: ['a'] });
    expect(look({ checkedAtMs: 1 * MIN })).toMatchObject({ check: [], nextAtMs: 16 * MIN });
    expect(look({ listening: live() }, {})).toMatchObject({ check: [] });
  });

  it('Z8 a clock that was set back makes nobody wait for long', () => {
    expect(look({ checkedAtMs: 1e9 })).toMatchObject({ check: [], nextAtMs: 30 * MIN });
  });

  it('Z8 a look ends when it has seen what there is, and after a minute in any case', () => {
    const looked = (isChecked: boolean): AppState =>
      given({ a: { service: slack, session: { checkingSinceMs: 5, isChecked } } });
    expect(sleeping(looked(true), 6)).toEqual(['a checked']);
    expect(sleeping(looked(false), CHECK_MS + 4)).toEqual([]);
    expect(sleeping(looked(false), CHECK_MS + 5)).toEqual(['a checked']);
  });
});

it('Z9 the person is asked when a service would sleep, were it heard', () => {
  const speaking = { kind: 'speaking', canOpen: true, canMarkRead: true, mutes: [], ownNames: [] } as const;
  const state = given({ a: { service: { listen: 'ask' }, session: { adapter: speaking } } });
  expect(decideSleep(state, canListen, 10 * MIN - 1)).toMatchObject({ ask: [], nextAtMs: 10 * MIN });
  expect(decideSleep(state, canListen, 10 * MIN).ask).toEqual(['a']);
});

function live() {
  return { kind: 'live', reason: '', sinceMs: 0 } as const;
}
