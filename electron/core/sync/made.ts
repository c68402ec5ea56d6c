import type { ChannelPattern } from '../model/channel';
import { linkRuleKeyOf, type LinkRule } from '../model/link-rule';
import { onceEach } from '../model/once-each';
import { withoutPolicyOfGone, type Persisted } from '../model/persisted';
import { scopeKey, type Rule } from '../model/rule';
import type { Service } from '../model/service';
import { tweaksOf, type Tweaks } from '../model/tweaks';

/** Something the person made, in the parts that are merged one by one. */
export interface Thing {
  /** Of each the last one said holds. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** None twice; what is put in on two machines is in it twice as long, not lost. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Merged line by line. */
  readonly texts: Readonly<Record<string, string>>;
}

/** All that the person made and that goes from machine to machine, by key. */
export type Made = ReadonlyMap<string, Thing>;

/** What of the kept holds things that go from machine to machine. */
const sharedParts = [
  'services',
  'rules',
  'linkRules',
  'patterns',
  'tweaks',
  'workspaces',
  'settings',
  'focus',
  'keys',
] as const satisfies readonly (keyof Persisted)[];

export type Shared = Pick<Persisted, (typeof sharedParts)[number]>;

/** Gives those parts alone. */
export const toShared = (kept: Shared): Shared => pick(kept, sharedParts) as Shared;

/** True where nothing of it is another than before. */
export const isSharedSame = (a: Shared, b: Shared): boolean =>
  sharedParts.every((name) => a[name] === b[name]);

/** Settings that are the person's; all others are the machine's (`docs/spec/sync.md`). */
export const sharedSettings = [
  'language',
  'theme',
  'contrast',
  'announce',
  'badgeOf',
  'busyPerHour',
  'search',
] as const;
export const serviceFields = [
  'recipeId',
  'name',
  'url',
  'icon',
  'enabled',
  'countInTotal',
  'keepText',
  'muteThere',
  'sleepMode',
  'spelling',
  'browser',
  'storageOf',
  'ownStorage',
  'addedAtMs',
] as const satisfies readonly (keyof Service)[];
export const tweakFields = ['isCodeOn', 'dark', 'userAgent'] as const satisfies readonly (keyof Tweaks)[];
export const ruleFields = ['preset', 'notify', 'groupMentions', 'badge', 'sound', 'preview'] as const;
export const ruleLists = ['letThrough', 'keepOut'] as const;

/** Things that are there as long as Foyer is. */
export const lastingKeys: ReadonlySet<string> = new Set(['settings', 'focus', 'keys', 'order']);

export const serviceKey = (id: string): string => `service/${id}`;
export const workspaceKey = (id: string): string => `workspace/${id}`;
export const scheduleKey = (id: string): string => `schedule/${id}`;
export const ruleKey = ({ scope }: Rule): string => `rule/${scopeKey(scope)}`;
export const patternKey = ({ serviceId, channelId }: ChannelPattern): string =>
  `pattern/${serviceId}#${channelId}`;
export const linkKey = (rule: LinkRule): string => `link/${linkRuleKeyOf(rule)}`;

/** Gives the key of the service that a thing hangs on, if any: without it, it is nothing. */
export function ownerOf(key: string): string | undefined {
  const id = /^(?:rule|link|pattern)\/([a-z0-9-]{1,64})/.exec(key)?.[1];
  return id === undefined ? undefined : serviceKey(id);
}

const pick = <T extends object, K extends keyof T>(value: T, names: readonly K[]): Record<string, unknown> =>
  Object.fromEntries(names.filter((name) => value[name] !== undefined).map((name) => [name, value[name]]));

const thing = (fields: Thing['fields'], lists: Thing['lists'] = {}, texts: Thing['texts'] = {}): Thing => ({
  fields,
  lists,
  texts,
});

function toServiceThing(service: Service, tweaks: Tweaks): Thing {
  const { ownNames, ownKeys } = service;
  return thing(
    { ...pick(service, serviceFields), ...pick(tweaks, tweakFields) },
    { ownNames, ownKeys },
    { css: tweaks.css, js: tweaks.js },
  );
}

const toRuleThing = onceEach(({ scope, values }: Rule): Thing => {
  const lists = ruleLists.flatMap((name) => {
    const words = values[name];
    return words === undefined
      ? []
      : [[`${name}.senders`, words.senders] as const, [`${name}.keywords`, words.keywords] as const];
  });
  const has = ruleLists.filter((name) => values[name] !== undefined).map((name) => [`has.${name}`, true]);
  return thing({ scope, ...pick(values, ruleFields), ...Object.fromEntries(has) }, Object.fromEntries(lists));
});

const toLinkThing = onceEach((rule: LinkRule): Thing => thing({ ...rule }));
const toPatternThing = onceEach((pattern: ChannelPattern): Thing =>
  thing(pick(pattern, ['name', 'kind', 'on', 'how', 'text', 'serviceId', 'channelId'])),
);

/** Gives what of the kept goes from machine to machine. What hangs on services that are gone is not in it. */
export function toMade(kept: Persisted): Made {
  const { services, tweaks, rules, linkRules, patterns, workspaces, settings, focus, keys } =
    withoutPolicyOfGone(kept);
  const { schedules, pass, hidesCounts } = focus;
  const { languages, mirror, words } = settings.spelling;
  return new Map<string, Thing>([
    ...services.map((one) => [serviceKey(one.id), toServiceThing(one, tweaksOf(tweaks, one.id))] as const),
    ...rules.map((rule) => [ruleKey(rule), toRuleThing(rule)] as const),
    ...linkRules.map((rule) => [linkKey(rule), toLinkThing(rule)] as const),
    ...patterns.map((one) => [patternKey(one), toPatternThing(one)] as const),
    ...workspaces.map(
      ({ id, name, staysQuiet, serviceIds }) =>
        [workspaceKey(id), thing({ name, staysQuiet }, { serviceIds })] as const,
    ),
    ...schedules.map(
      ({ id, pass: lets, ...one }) =>
        [
          scheduleKey(id),
          thing(
            {
              ...pick(one, ['name', 'enabled', 'ranges', 'services']),
              direct: lets.direct,
              mentions: lets.mentions,
            },
            { senders: lets.words.senders, keywords: lets.words.keywords },
          ),
        ] as const,
    ),
    ['settings', thing({ ...pick(settings, sharedSettings), languages, mirror }, { words })],
    [
      'focus',
      thing(
        { direct: pass.direct, mentions: pass.mentions, hidesCounts },
        { senders: pass.words.senders, keywords: pass.words.keywords },
      ),
    ],
    ['keys', thing({ ...keys.bindings })],
    [
      'order',
      thing(
        {},
        {
          services: services.map(({ id }) => id),
          workspaces: workspaces.map(({ id }) => id),
          schedules: schedules.map(({ id }) => id),
        },
      ),
    ],
  ]);
}
