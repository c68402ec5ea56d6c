import type { Kit } from './kit';

/**
 * Puts ours in the place of all by which a page comes to microphone, camera and screen, copies what it has and lets go of
 * it, so that the book hears of each. Self-contained.
 */
export function watchCaptures(key: string): void {
  const kit = (globalThis as unknown as Record<string, Kit>)[key] as Kit;
  const { captures } = kit;
  const { apply, define, domErrorName, getter, promise, settle } = kit.primordials;
  const scope = globalThis as unknown as Record<
    string,
    { readonly prototype: Readonly<Record<string, unknown>> } | undefined
  >;
  const devices = scope['MediaDevices']?.prototype;
  const streams = scope['MediaStream']?.prototype;
  if (captures === undefined || devices === undefined || streams === undefined) return;
  // Of what a promise gives it is looked up: a page with one of its own would have the stream before us, and give us another.
  define(streams, 'then', { value: undefined });
  const { hasOwn } = Object;

  type Act = (native: unknown, self: unknown, args: readonly unknown[]) => unknown;
  /** Puts a method of the same name in the place of a native one of that owner. */
  const replace = (owner: object | undefined, name: string, length: number, act: Act): void => {
    if (owner === undefined || !hasOwn(owner, name)) return;
    const native = (owner as Record<string, unknown>)[name];
    const methods = {
      [name](this: unknown, ...args: unknown[]): unknown {
        return act(native, this, args);
      },
    };
    const value = methods[name] as object;
    define(value, 'length', { value: length, configurable: true });
    define(owner, name, { value, writable: true, enumerable: true, configurable: true });
  };

  const { userActivation, mediaDevices } = navigator as { userActivation?: object; mediaDevices?: unknown };
  const isActive = getter(scope['UserActivation']?.prototype, 'isActive');
  /** Right after a click or a key. */
  const isByHand = (): boolean => userActivation === undefined || isActive(userActivation) === true;
  /** Given by the person, and yet not begun: in the desktop's own picker, say, they thought better of it. */
  const hasFailed = (error: unknown): boolean => {
    const name = domErrorName(error);
    return name === 'NotReadableError' || name === 'AbortError';
  };

  for (const name of ['getUserMedia', 'getDisplayMedia']) {
    const isOfScreen = name === 'getDisplayMedia';
    replace(devices, name, 0, (native, self, args) => {
      // By another document's it is that one which asks.
      const isOurs = isOfScreen && self === mediaDevices;
      // Chromium of Electron 33 lets a page ask at any time.
      if (isOurs && isByHand()) captures.asked();
      let isTurn = true;
      const asked = apply(native, self, args);
      return promise((resolve, reject) => {
        settle(
          asked,
          (stream) => {
            captures.adopt(stream, isOfScreen, isOurs);
            resolve(stream);
          },
          (error) => {
            // What fails at once was thrown by what the page wants: nobody was asked.
            if (isOurs && !isTurn && hasFailed(error)) captures.failed();
            reject(error);
          },
        );
        settle(
          promise<void>((go) => go()),
          () => (isTurn = false),
          reject,
        );
      });
    });
  }
  // The old form, with functions instead of a promise.
  for (const name of ['getUserMedia', 'webkitGetUserMedia']) {
    replace(scope['Navigator']?.prototype, name, 3, (native, self, args) => {
      const done = args[1];
      const hear = (stream: unknown): void => {
        captures.adopt(stream, false, false);
        apply(done, undefined, [stream]);
      };
      const isWhole = args.length > 2;
      return apply(
        native,
        self,
        isWhole ? [args[0], typeof done === 'function' ? hear : done, args[2]] : args,
      );
    });
  }
  for (const name of ['MediaStreamTrack', 'BrowserCaptureMediaStreamTrack']) {
    replace(scope[name]?.prototype, 'clone', 0, (native, self) => {
      const copy = apply(native, self, []);
      captures.copied(copy, self);
      return copy;
    });
    replace(scope[name]?.prototype, 'stop', 0, (native, self) => {
      const wasScreenHere = captures.isScreenHere(self);
      const nothing = apply(native, self, []);
      captures.stopped(self, wasScreenHere);
      return nothing;
    });
  }
  replace(streams, 'clone', 0, (native, self) => {
    const copy = apply(native, self, []);
    captures.copiedAll(copy, self);
    return copy;
  });
}
