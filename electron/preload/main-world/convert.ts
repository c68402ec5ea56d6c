import type { Convert, Kit, NotificationState, PageAction } from './kit';

/** Gives the kit Web IDL's conversions for what a page hands in. Self-contained. */
export function addConvert(key: string): void {
  const kit = (globalThis as unknown as Record<string, Kit>)[key] as Kit;
  const { string, number, typeError, resolveUrl, wellFormed, isArray, slice, freeze, clone, now } =
    kit.primordials;
  const { getCanonicalLocales } = Intl;
  const iteratorSymbol = Symbol.iterator;
  const { isFinite, MAX_SAFE_INTEGER } = Number;
  const { trunc } = Math;
  const OBJECT_TEXT = '[object Object]';
  const READABLE = ['text', 'content', 'children', 'props', 'value', 'title', 'body'];

  const toText = (value: unknown): string => {
    if (typeof value === 'symbol') throw typeError('Cannot convert a Symbol value to a string');
    return string(value);
  };
  /** Finds the words in what frameworks render from: elements, lists of them, things with a text. */
  const readable = (value: unknown, depth: number): string => {
    if (typeof value === 'string' || typeof value === 'number') return `${value}`;
    if (typeof value !== 'object' || value === null || depth > 8) return '';
    let found = '';
    if (isArray(value)) {
      for (let i = 0; i < value.length && i < 100; i += 1) found += readable(value[i], depth + 1);
      return found;
    }
    for (let i = 0; i < READABLE.length && found === ''; i += 1) {
      found = readable((value as Record<string, unknown>)[READABLE[i] as string], depth + 1);
    }
    return found;
  };
  /** As Web IDL's DOMString, but a plain object gives the words in it where the standard gives "[object Object]". */
  const toDisplay = (value: unknown): string => {
    const text = toText(value);
    if (typeof value !== 'object' || value === null) return text;
    if (text !== OBJECT_TEXT && !isArray(value)) return text;
    try {
      return readable(value, 0) || text;
    } catch {
      return text;
    }
  };
  const dictionary = (value: unknown, prefix: string, type: string): Record<string, unknown> => {
    if (value === undefined || value === null) return { __proto__: null };
    if (typeof value === 'object' || typeof value === 'function') return value as Record<string, unknown>;
    throw typeError(`${prefix}The provided value is not of type '${type}'.`);
  };
  const toUrl = (value: unknown): string =>
    value === undefined ? '' : resolveUrl(wellFormed(toText(value)));
  const toInteger = (value: unknown): number => {
    if (typeof value === 'bigint' || typeof value === 'symbol') throw typeError('Cannot convert to a number');
    return number(value);
  };
  const toLanguage = (value: unknown): string => {
    const text = value === undefined ? '' : toText(value);
    try {
      if (text !== '') getCanonicalLocales(text);
      return text;
    } catch {
      return '';
    }
  };
  const toSequence = (value: unknown, prefix: string, each: (item: unknown) => void): void => {
    const make = (value as Record<symbol, unknown> | null)?.[iteratorSymbol];
    if ((typeof value !== 'object' && typeof value !== 'function') || typeof make !== 'function') {
      throw typeError(`${prefix}The provided value cannot be converted to a sequence.`);
    }
    for (const item of value as Iterable<unknown>) each(item);
  };
  const toActions = (value: unknown, prefix: string): PageAction[] => {
    const list: PageAction[] = [];
    if (value === undefined) return list;
    toSequence(value, prefix, (item) => {
      const entry = dictionary(item, prefix, 'NotificationAction');
      const action = entry['action'];
      if (action === undefined) throw typeError(`${prefix}Required member is undefined: action.`);
      const actionText = toText(action);
      const icon = toUrl(entry['icon']);
      const title = entry['title'];
      if (title === undefined) throw typeError(`${prefix}Required member is undefined: title.`);
      list[list.length] = freeze({ action: actionText, title: toDisplay(title), icon });
    });
    return list;
  };
  const toVibrate = (value: unknown, prefix: string): number[] => {
    const list: number[] = [];
    const add = (item: unknown): void => {
      const lengthMs = toInteger(item) >>> 0;
      if (list.length < 99) list[list.length] = lengthMs > 10_000 ? 10_000 : lengthMs;
    };
    if (typeof value === 'object' && value !== null) toSequence(value, prefix, add);
    else add(value);
    if (list.length % 2 === 0 && list.length > 0) list.length -= 1;
    return list;
  };
  const toTimestamp = (value: unknown): number => {
    if (value === undefined) return now();
    const whole = trunc(toInteger(value));
    return isFinite(whole) ? (whole < 0 ? 2 ** 64 + whole : whole) : 0;
  };

  const notification: Convert['notification'] = (title, options, prefix, maxActions) => {
    const titleText = toDisplay(title);
    const given = dictionary(options, prefix, 'NotificationOptions');
    const actions = toActions(given['actions'], prefix);
    const badge = toUrl(given['badge']);
    const body = given['body'];
    const bodyText = body === undefined ? '' : toDisplay(body);
    const data = given['data'];
    const dir = given['dir'];
    const dirText = dir === undefined ? 'auto' : toText(dir);
    if (dirText !== 'auto' && dirText !== 'ltr' && dirText !== 'rtl') {
      throw typeError(
        `${prefix}The provided value '${slice(dirText, 0, 64)}' is not a valid enum value of type NotificationDirection.`,
      );
    }
    const icon = toUrl(given['icon']);
    const image = toUrl(given['image']);
    const lang = toLanguage(given['lang']);
    const renotify = !!given['renotify'];
    const requireInteraction = !!given['requireInteraction'];
    const silent = given['silent'];
    const tag = given['tag'];
    const tagText = tag === undefined ? '' : toText(tag);
    const timestamp = toTimestamp(given['timestamp']);
    const vibrate = given['vibrate'];
    const pattern = vibrate === undefined ? [] : toVibrate(vibrate, prefix);
    if (maxActions === 0 && actions.length > 0) {
      throw typeError(
        `${prefix}Actions are only supported for persistent notifications shown using ServiceWorkerRegistration.showNotification().`,
      );
    }
    if (silent && vibrate !== undefined)
      throw typeError(`${prefix}Silent notifications must not specify vibration patterns.`);
    if (renotify && tagText === '')
      throw typeError(`${prefix}Notifications which set the renotify flag must specify a non-empty tag.`);
    if (actions.length > maxActions) actions.length = maxActions;
    const state: NotificationState = {
      title: titleText,
      dir: dirText,
      lang,
      body: bodyText,
      tag: tagText,
      image,
      icon,
      badge,
      vibrate: freeze(pattern),
      timestamp,
      renotify,
      silent: silent === undefined || silent === null ? null : !!silent,
      requireInteraction,
      data: data === undefined || data === null ? null : clone(data),
      actions: freeze(actions),
    };
    return freeze(state);
  };

  kit.convert = {
    notification,
    filterTag: (filter) => {
      const tag = dictionary(filter, '', 'GetNotificationOptions')['tag'];
      return tag === undefined ? '' : toText(tag);
    },
    count: (value, prefix) => {
      const given = toInteger(value);
      if (!isFinite(given)) throw typeError(`${prefix}Value is not a finite number.`);
      const whole = trunc(given);
      if (whole < 0 || whole > MAX_SAFE_INTEGER)
        throw typeError(`${prefix}Value is outside the range of an 'unsigned long long'.`);
      return whole + 0;
    },
  };
}
