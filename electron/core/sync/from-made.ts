import * as z from 'zod/mini';
import { channelPatternSchema } from '../model/channel';
import { passSchema, scheduleSchema, SCHEDULES_MAX, type FocusSchedule, type Pass } from '../model/focus';
import { comboSchema, KEYS_PER_COMMAND_MAX } from '../model/key-settings';
import { linkRuleSchema, LINK_RULES_MAX } from '../model/link-rule';
import { PATTERNS_MAX } from '../model/persisted';
import { onceEach } from '../model/once-each';
import { ruleSchema, RULES_MAX, WORDS_MAX } from '../model/rule';
import { safeParse } from '../model/safe-parse';
import {
  newService,
  OWN_KEYS_MAX,
  OWN_NAMES_MAX,
  serviceSchema,
  SERVICES_MAX,
  type Service,
} from '../model/service';
import { settingsSchema } from '../model/settings';
import { SPELL_WORDS_MAX, spellingSchema } from '../model/spelling';
import { isUntweaked, tweaksOf, tweaksSchema, type Tweaks } from '../model/tweaks';
import { WORKSPACES_MAX, workspaceSchema } from '../model/workspace';
import {
  linkKey,
  patternKey,
  ruleFields,
  ruleKey,
  ruleLists,
  scheduleKey,
  serviceFields,
  serviceKey,
  sharedSettings,
  tweakFields,
  workspaceKey,
  type Made,
  type Shared,
  type Thing,
} from './made';

const nothing: Thing = { fields: {}, lists: {}, texts: {} };

/** What a schema makes of a value; `otherwise` where it takes it not: a newer Foyer may have said it. */
function taken<T extends z.core.$ZodType>(
  schema: T,
  value: unknown,
  otherwise: z.core.output<T>,
): z.core.output<T> {
  const parsed = safeParse(schema, value);
  return parsed.success ? parsed.data : otherwise;
}

/** Members of a thing that their schemas take. */
function members<K extends string>(
  { fields }: Thing,
  names: readonly K[],
  shape: Readonly<Record<K, z.core.$ZodType>>,
): Partial<Record<K, unknown>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const parsed = safeParse(shape[name], fields[name]);
      return name in fields && parsed.success ? [[name, parsed.data]] : [];
    }),
  ) as Partial<Record<K, unknown>>;
}

/**
 * Gives what is kept once it is as the document says. What cannot be understood stays as it is here, or does not come; the
 * machine's own (sign-ins, permissions, proxies, sizes) stays as it is.
 */
export function fromMade(made: Made, here: Shared): Shared {
  const order = made.get('order')?.lists ?? {};
  const services = inOrder(order['services'], idsOf(made, serviceKey('')))
    .flatMap((id) => toService(id, made.get(serviceKey(id)) ?? nothing, here.services) ?? [])
    .slice(0, SERVICES_MAX);
  return {
    services,
    tweaks: services
      .map(({ id }) => toTweaks(made.get(serviceKey(id)) ?? nothing, tweaksOf(here.tweaks, id)))
      .filter((one) => !isUntweaked(one)),
    rules: asBefore(here.rules, things(made, 'rule/', readRule, ruleKey)).slice(0, RULES_MAX),
    linkRules: asBefore(here.linkRules, things(made, 'link/', readLink, linkKey)).slice(0, LINK_RULES_MAX),
    patterns: asBefore(here.patterns, things(made, 'pattern/', readPattern, patternKey)).slice(
      0,
      PATTERNS_MAX,
    ),
    workspaces: parsed(
      workspaceSchema,
      inOrder(order['workspaces'], idsOf(made, workspaceKey(''))).map((id) => {
        const { fields, lists } = made.get(workspaceKey(id)) ?? nothing;
        return Object.assign({}, fields, { id, serviceIds: lists['serviceIds'] ?? [] });
      }),
    ).slice(0, WORKSPACES_MAX),
    settings: toSettings(made.get('settings') ?? nothing, here.settings),
    focus: {
      ...here.focus,
      ...toFocus(made.get('focus') ?? nothing, here.focus),
      schedules: toSchedules(made, order['schedules']),
    },
    keys: { ...here.keys, bindings: toBindings(made.get('keys') ?? nothing) },
  };
}

function toService(id: string, it: Thing, here: readonly Service[]): Service | undefined {
  const { shape } = serviceSchema;
  const said = members(it, serviceFields, shape) as Partial<Service>;
  const { recipeId, name, url, icon = { kind: 'recipe' }, addedAtMs = 0 } = said;
  const known = here.find((one) => one.id === id);
  if (known === undefined && (recipeId === undefined || name === undefined || url === undefined))
    return undefined;
  const before =
    known ?? newService({ id, recipeId: recipeId ?? '', name: name ?? '', url: url ?? '', icon, addedAtMs });
  const service = {
    ...before,
    ...said,
    ownNames: taken(
      shape.ownNames,
      it.lists['ownNames']?.slice(0, OWN_NAMES_MAX),
      before.ownNames as string[],
    ),
    ownKeys: taken(shape.ownKeys, it.lists['ownKeys']?.slice(0, OWN_KEYS_MAX), before.ownKeys as string[]),
  };
  const whole = safeParse(serviceSchema, service);
  return whole.success ? whole.data : known;
}

function toTweaks(it: Thing, here: Tweaks): Tweaks {
  const { shape } = tweaksSchema;
  return {
    ...here,
    ...(members(it, tweakFields, shape) as Partial<Tweaks>),
    css: taken(shape.css, it.texts['css'] ?? '', here.css),
    js: taken(shape.js, it.texts['js'] ?? '', here.js),
  };
}

function toRule({ fields, lists }: Thing): unknown {
  const values = Object.fromEntries([
    ...ruleFields.filter((name) => name in fields).map((name) => [name, fields[name]]),
    ...ruleLists
      .filter((name) => fields[`has.${name}`] === true)
      .map((name) => [name, words(lists[`${name}.senders`], lists[`${name}.keywords`])]),
  ]);
  return { scope: fields['scope'], values };
}

const words = (senders: readonly string[] = [], keywords: readonly string[] = []) => ({
  senders: senders.slice(0, WORDS_MAX),
  keywords: keywords.slice(0, WORDS_MAX),
});

const toPass = ({ fields, lists }: Thing): unknown => ({
  direct: fields['direct'],
  mentions: fields['mentions'],
  words: words(lists['senders'], lists['keywords']),
});

const toFocus = (
  it: Thing,
  { pass, hidesCounts }: Shared['focus'],
): { readonly pass: Pass; readonly hidesCounts: boolean } => ({
  pass: taken(passSchema, toPass(it), pass),
  hidesCounts: taken(z.boolean(), it.fields['hidesCounts'], hidesCounts),
});

const toSchedules = (made: Made, order: readonly string[] | undefined): FocusSchedule[] =>
  parsed(
    scheduleSchema,
    inOrder(order, idsOf(made, scheduleKey(''))).map((id) => {
      const it = made.get(scheduleKey(id)) ?? nothing;
      return Object.assign({}, it.fields, { id, pass: toPass(it) });
    }),
  ).slice(0, SCHEDULES_MAX);

function toSettings(it: Thing, here: Shared['settings']): Shared['settings'] {
  const { languages, mirror } = it.fields;
  const spelling = safeParse(spellingSchema, {
    languages,
    mirror,
    words: (it.lists['words'] ?? []).slice(0, SPELL_WORDS_MAX),
  });
  return {
    ...here,
    ...(members(it, sharedSettings, settingsSchema.shape) as Partial<Shared['settings']>),
    spelling: spelling.success ? spelling.data : here.spelling,
  };
}

const combosSchema = z.array(comboSchema).check(z.maxLength(KEYS_PER_COMMAND_MAX));

const toBindings = ({ fields }: Thing): Shared['keys']['bindings'] =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([id, combos]) => {
      const read = safeParse(combosSchema, combos);
      return /^[a-z0-9.-]{1,64}$/.test(id) && read.success ? [[id, read.data]] : [];
    }),
  );

/** What is read of things of a sort. What stands under another's name is none: nobody could take it out again. */
const things = <T>(
  made: Made,
  prefix: string,
  read: (it: Thing) => readonly T[],
  keyOf: (one: T) => string,
): readonly T[] =>
  [...made].flatMap(([key, it]) =>
    key.startsWith(prefix) ? read(it).filter((one) => keyOf(one) === key) : [],
  );

const idsOf = (made: Made, prefix: string): readonly string[] =>
  [...made.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));

/** Those of the order that are there, then the others, on every machine in the same order. */
function inOrder(order: readonly string[] = [], ids: readonly string[]): readonly string[] {
  const there = new Set(ids);
  const first = order.filter((id) => there.has(id));
  const placed = new Set(first);
  return [...placed, ...ids.filter((id) => !placed.has(id)).toSorted()];
}

const parsed = <T extends z.core.$ZodType>(schema: T, values: readonly unknown[]): z.core.output<T>[] =>
  values.flatMap((value) => {
    const read = safeParse(schema, value);
    return read.success ? [read.data] : [];
  });

// There may be thousands of them, of which few are ever others.
const readRule = onceEach((it: Thing) => parsed(ruleSchema, [toRule(it)]));
const readLink = onceEach(({ fields }: Thing) => parsed(linkRuleSchema, [fields]));
const readPattern = onceEach(({ fields }: Thing) => parsed(channelPatternSchema, [fields]));

const placeKeyOf = onceEach((one: object): string => {
  const { scope, serviceId, channelId, pattern } = one as Record<string, unknown>;
  return JSON.stringify([scope ?? null, serviceId ?? null, channelId ?? null, pattern ?? null]);
});

/** Those that were here stay in their order. */
function asBefore<T extends object>(before: readonly T[], now: readonly T[]): readonly T[] {
  const places = new Map(before.map((one, index) => [placeKeyOf(one), index]));
  const placeOf = (one: T): number => places.get(placeKeyOf(one)) ?? before.length;
  return now.toSorted((a, b) => placeOf(a) - placeOf(b) || (placeKeyOf(a) < placeKeyOf(b) ? -1 : 1));
}
