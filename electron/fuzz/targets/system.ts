import {
  decideDndSource,
  isSettingTouched,
  parseSetting,
  readChangedFlag,
  toSystemDnd,
} from '../../core/decide/decide-dnd-source';
import { decideLanguage } from '../../core/decide/decide-language';
import { toCertificateFailure } from '../../core/model/certificate';
import { parseGraphicsMemory } from '../../main/graphics/graphics-file';
import { createNameWatch } from '../../main/session-bus/name-watch';
import { toSocketAddress } from '../../main/session-bus/bus-address';
import { fromWire, toWire } from '../../main/session-bus/wire';
import { readMachine } from '../../main/sleep/machine-memory';
import { userAgentFor } from '../../recipes/user-agent';
import { expectPlain, expectThat } from '../expect-plain';
import { textsLike } from '../mutate-text';
import { jsonLike, valuesLike } from '../mutate-value';
import { targetOf, type FuzzTarget } from '../target';

class Variant {
  constructor(
    readonly signature: string,
    readonly value: unknown,
  ) {}
}
const property = { interface: 'org.freedesktop.Notifications', property: 'Inhibited' };
const setting = { schema: 'org.gnome.desktop.notifications', key: 'show-banners' };
const signals = [
  ['org.freedesktop.Notifications', { Inhibited: true }, []],
  ['org.freedesktop.Notifications', {}, ['Inhibited']],
  ['/org/gnome/desktop/notifications/', ['show-banners'], 'tag'],
  [42, 'default'],
  ['org.kde.StatusNotifierWatcher', '', ':1.7'],
];
const busValues = valuesLike([{ a: ['x', { b: 1 }], c: 'x\0y' }, signals]);
/** The bus itself takes nothing deeper. */
const DEPTH_MAX = 64;
const PARTS_MAX = 100_000;
const asBody = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : [value];

function checkSignal(value: unknown): void {
  const body = asBody(value);
  const flag = readChangedFlag(body, property);
  expectThat(flag === undefined || ['on', 'off', 'unknown', 'ask'].includes(flag), 'no flag');
  isSettingTouched(body, setting);
  toSystemDnd(body[0]);
  decideDndSource(body[0]);
  const owners: unknown[] = [];
  const watch = createNameWatch(() => Promise.resolve({ kind: 'reply', body }));
  watch.watch(
    { name: 'org.x', path: '/x', interface: 'org.x' },
    { onOwner: (owner) => void owners.push(owner), onSignal: () => undefined },
  );
  watch.hear(
    {
      sender: 'org.freedesktop.DBus',
      path: '/',
      interface: 'org.freedesktop.DBus',
      member: 'NameOwnerChanged',
    },
    ['org.x', '', body[0]],
  );
  for (const owner of owners)
    expectThat(owner === undefined || (typeof owner === 'string' && owner !== ''), 'no owner');
}

const proc = 'some avg10=1.25 avg60=0.00 avg300=0.00 total=12\nfull avg10=0.00\n';
const memory = 'MemTotal:       16384000 kB\nMemAvailable:    8192000 kB\n';

/** What the system says: the bus, its settings, its files. */
export const systemTargets: readonly FuzzTarget[] = [
  targetOf('signals of the bus', valuesLike(signals), checkSignal),
  targetOf('values of the bus', busValues, (value) => {
    if (depthOf(value) > DEPTH_MAX) return;
    fromWire(new Variant('v', [value, new Variant('s', value)]), Variant);
  }),
  targetOf('values for the bus', busValues, (value) => {
    // What is sent is the app's own, and small.
    if (depthOf(value) > DEPTH_MAX || partsIn(value) > PARTS_MAX) return;
    // A text the bus refuses ends the connection.
    JSON.stringify(toWire([value], Variant), (_, one: unknown) => {
      if (typeof one === 'string') expectThat(!one.includes('\0'), 'a NUL');
      return typeof one === 'bigint' ? '' : one;
    });
  }),
  targetOf('memory of graphics', jsonLike([{ electron: '33.2.1', failedAtMs: 1 }]), (text) => {
    expectPlain(parseGraphicsMemory(text), { text: 80, list: 2 });
  }),
  targetOf(
    'addresses of the bus',
    textsLike(
      ['unix:path=/run/user/1000/bus,guid=1', 'unix:abstract=/tmp/x;tcp:host=x'],
      [';', ',', '=', '%2f'],
    ),
    (text) => {
      const address = toSocketAddress(text);
      expectThat(address === undefined || /^unix:socket=[^;:,=]+$/.test(address), 'no socket');
    },
  ),
  targetOf('settings of desktops', textsLike(["'true'\n", 'false']), (text) => void parseSetting(text)),
  targetOf(
    'languages of the system',
    textsLike(['de_AT.UTF-8@euro', 'pt-BR', 'C', 'ar-EG-u-nu-latn', 'zh-Hant-TW'], ['-', '_', '-u-', '-x-']),
    (text) => {
      const { locale, language } = decideLanguage('system', {
        preferred: [text, 'de'],
        region: text,
        hourCycle: undefined,
      });
      expectThat(Intl.getCanonicalLocales(locale).length === 1 && language.length <= 5, 'no language');
    },
  ),
  targetOf('memory of the machine', textsLike([proc, memory]), (text) => {
    const { availableBytes, stalledPercent } = readMachine(
      'linux',
      () => ({ free: 0 }),
      () => text,
    );
    for (const one of [availableBytes, stalledPercent])
      expectThat(one === undefined || one >= 0, String(one));
  }),
  targetOf(
    'errors of certificates',
    valuesLike([
      {
        code: 'net::ERR_CERT_AUTHORITY_INVALID',
        fingerprint: 'sha256/x',
        validStart: 1,
        validExpiry: 2,
        issuerName: 'a',
        subjectName: 'a',
      },
    ]),
    (value) => {
      const given = { fingerprint: '', ...(typeof value === 'object' ? value : {}) } as Record<
        string,
        unknown
      >;
      const text = (name: string): string => (typeof given[name] === 'string' ? given[name] : '');
      const number = (name: string): number => (typeof given[name] === 'number' ? given[name] : NaN);
      const failure = toCertificateFailure(text('code'), {
        fingerprint: text('fingerprint').slice(0, 60),
        validStart: number('validStart'),
        validExpiry: number('validExpiry'),
        issuerName: text('issuerName'),
        subjectName: text('subjectName'),
      });
      expectPlain(failure, { text: 200, list: 10 });
    },
  ),
  targetOf(
    'user agents',
    textsLike([
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) foyer/0.1.0 Chrome/130.0.6723.137 Electron/33.2.1 Safari/537.36',
    ]),
    (text) => {
      // It is Electron's own.
      const own = text.slice(0, 400);
      expectThat(userAgentFor({ kind: 'chrome' }, own) !== '' || own === '', 'nothing');
    },
  ),
];

function depthOf(value: unknown, depth = 0): number {
  if (depth > 70 || typeof value !== 'object' || value === null) return depth;
  return Math.max(
    depth,
    ...Object.values(value)
      .slice(0, 5000)
      .map((one) => depthOf(one, depth + 1)),
  );
}

/** How many values are within one, counted no further than it takes to know that they are too many. */
function partsIn(value: unknown, known = 0): number {
  if (typeof value !== 'object' || value === null) return known + 1;
  let count = known + 1;
  for (const one of Object.values(value)) {
    if (count > PARTS_MAX) break;
    count = partsIn(one, count);
  }
  return count;
}
