import type { Primordials } from './kit';

/** Takes hold of the builtins before the page's first script, and starts the kit. Self-contained. */
export function takePrimordials(key: string): void {
  const scope = globalThis;
  const { apply, construct } = Reflect;
  const { defineProperty, getOwnPropertyDescriptor, setPrototypeOf, freeze, hasOwn } = Object;
  const { stringify, parse } = JSON;
  const { isArray } = Array;
  const { slice, startsWith, toWellFormed } = String.prototype as unknown as Record<string, unknown>;
  const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype;
  const nativeThen = Promise.prototype.then;
  const [NativePromise, NativeTypeError, NativeDomException, NativeEvent, NativeUrl, NativeTarget] = [
    Promise,
    TypeError,
    DOMException,
    Event,
    URL,
    EventTarget,
  ];
  const NativeString = String;
  const NativeNumber = Number;
  const nativeClone = structuredClone;
  const nativeNow = Date.now;
  const nativeTimeout = setTimeout;
  const isWindow = typeof window === 'object' && typeof document === 'object';
  const pageDocument = isWindow ? document : undefined;

  const getter: Primordials['getter'] = (owner, name) => {
    const get = owner === undefined ? undefined : getOwnPropertyDescriptor(owner, name)?.get;
    return (self) => (get === undefined ? undefined : apply(get, self, []));
  };
  const errorName = getter(NativeDomException.prototype, 'name');
  const href = getter(NativeUrl.prototype, 'href');
  const baseUri = isWindow ? getter(Node.prototype, 'baseURI') : () => scope.location.href;
  const view = getter(isWindow ? Document.prototype : undefined, 'defaultView');
  const strings = typeof DOMStringList === 'function' ? DOMStringList.prototype : undefined;
  const ancestors = isWindow ? getter(scope.location, 'ancestorOrigins') : () => undefined;
  const listLength = getter(strings, 'length');
  const listItem = strings?.item;
  const ownOrigin = getter(scope, 'origin');

  const primordials: Primordials = {
    apply: (fn, self, args) => apply(fn as () => unknown, self, args),
    construct: (type, args) => construct(type as new () => unknown, args),
    getter,
    define: (owner, name, descriptor) => {
      defineProperty(owner, name, setPrototypeOf(descriptor, null));
    },
    ownValue: (owner, name) =>
      typeof owner === 'object' && owner !== null && hasOwn(owner, name)
        ? (owner as Record<string, unknown>)[name]
        : undefined,
    freeze,
    isArray,
    slice: (text, from, to) => apply(slice as () => string, text, [from, to]),
    startsWith: (text, start) => apply(startsWith as () => boolean, text, [start]),
    stringify: (value) => stringify(value),
    parse: (text) => parse(text),
    clone: (value) => nativeClone(value),
    later: (run, delayMs) => {
      apply(nativeTimeout, scope, [run, delayMs]);
    },
    now: () => nativeNow(),
    promise: (run) => new NativePromise(run),
    settle: (promise, done, failed) => {
      apply(nativeThen, promise, [done, failed]);
    },
    string: (value) => NativeString(value),
    number: (value) => NativeNumber(value),
    typeError: (message) => new NativeTypeError(message),
    domError: (message, name) => new NativeDomException(message, name),
    domErrorName: (error) => {
      try {
        return errorName(error) as string;
      } catch {
        return '';
      }
    },
    listen: (target, type, hear, capture) => {
      apply(addEventListener, target, [type, hear, capture]);
    },
    unlisten: (target, type, hear) => {
      apply(removeEventListener, target, [type, hear]);
    },
    dispatch: (target, event) => apply(dispatchEvent, target, [event]),
    event: (type, cancelable) => new NativeEvent(type, setPrototypeOf({ cancelable }, null)),
    // Each event's own, and not to be redefined.
    isTrusted: (event) => hasOwn(event, 'isTrusted') && event.isTrusted,
    EventTarget: NativeTarget,
    resolveUrl: (url) => {
      if (url === '') return '';
      try {
        return href(new NativeUrl(url, baseUri(pageDocument) as string)) as string;
      } catch {
        return '';
      }
    },
    wellFormed: (text) => apply(toWellFormed as () => string, text, []),
    isWindow,
    isOwnOrigin: () => {
      const list = ancestors(scope.location);
      const length = list === undefined ? 0 : (listLength(list) as number);
      return length === 0 || apply(listItem as () => unknown, list, [length - 1]) === ownOrigin(scope);
    },
    isActive: () => !isWindow || view(pageDocument) !== null,
  };
  defineProperty(scope, key, {
    value: { primordials },
    configurable: true,
    enumerable: false,
    writable: false,
  });
}
