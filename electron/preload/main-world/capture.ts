import type { Kit } from './kit';

/**
 * Watches how many tracks of microphone, camera and screen are live in this document, and tells main. Tracks are held
 * weakly, so that one nobody uses any more ends as it would in a browser. Self-contained.
 */
export function watchCaptures(key: string): void {
  const kit = (globalThis as unknown as Record<string, Kit>)[key] as Kit;
  const { link } = kit;
  const { apply, define, getter, later, now, promise, settle } = kit.primordials;
  const scope = globalThis as unknown as Record<
    string,
    { readonly prototype: Readonly<Record<string, unknown>> } | undefined
  >;
  const devices = scope['MediaDevices']?.prototype;
  const streams = scope['MediaStream']?.prototype;
  const tracks = scope['MediaStreamTrack']?.prototype;
  if (devices === undefined || streams === undefined || tracks === undefined) return;
  const { setPrototypeOf, hasOwn } = Object;
  const [NativeWeakRef, NativeWeakSet] = [WeakRef, WeakSet];
  const { deref } = NativeWeakRef.prototype;
  const { has, add } = NativeWeakSet.prototype;
  const { getTracks } = streams;
  const readyState = getter(tracks, 'readyState');
  const QUIET_MS = 250;
  const LOOK_MS = 2000;
  type List<T> = { [index: number]: T; length: number };
  const list = <T>(): List<T> => setPrototypeOf([], null) as List<T>;
  /** All that were ever captured here: a copy of one is one. */
  const captured = new NativeWeakSet<object>();
  let live = list<WeakRef<object>>();
  let told = 0;
  let toldAtMs = 0;
  let isDue = false;
  let isLooking = false;

  /** Counts those that are live and lets go of the rest. */
  const count = (): number => {
    const still = list<WeakRef<object>>();
    for (let i = 0; i < live.length; i += 1) {
      const ref = live[i] as WeakRef<object>;
      const track = apply(deref, ref, []);
      if (track !== undefined && readyState(track) === 'live') still[still.length] = ref;
    }
    live = still;
    return live.length > 9999 ? 9999 : live.length;
  };
  const tell = (): void => {
    told = count();
    toldAtMs = now();
    link.send(`{"kind":"capture","tracks":${told}}`);
    if (told === 0 || isLooking) return;
    isLooking = true;
    // A source may end by itself, and what was told may have been lost: it is told again.
    later(() => {
      isLooking = false;
      tell();
    }, LOOK_MS);
  };
  const change = (): void => {
    if (isDue || count() === told) return;
    const waitMs = toldAtMs + QUIET_MS - now();
    // Longer only where the clock was set back.
    if (waitMs <= 0 || waitMs > QUIET_MS) return tell();
    isDue = true;
    later(() => {
      isDue = false;
      if (count() !== told) tell();
    }, waitMs);
  };

  const isCaptured = (track: unknown): boolean => apply(has, captured, [track]) === true;
  const adopt = (track: object): void => {
    if (isCaptured(track)) return;
    apply(add, captured, [track]);
    live[live.length] = new NativeWeakRef(track);
  };
  const tracksOf = (stream: unknown): List<object> => apply(getTracks, stream, []) as List<object>;
  const adoptAll = (stream: unknown): void => {
    const all = tracksOf(stream);
    for (let i = 0; i < all.length; i += 1) adopt(all[i] as object);
    change();
  };

  type Method = (this: unknown, ...args: unknown[]) => unknown;
  /** Puts a method in the place of a native one of that owner. */
  const replace = (owner: object | undefined, name: string, make: (native: unknown) => Method): void => {
    if (owner === undefined || !hasOwn(owner, name)) return;
    const value = make((owner as Record<string, unknown>)[name]);
    define(owner, name, { value, writable: true, enumerable: true, configurable: true });
  };

  for (const name of ['getUserMedia', 'getDisplayMedia']) {
    replace(devices, name, (native) => {
      const methods = {
        [name](this: unknown, ...args: unknown[]): unknown {
          const asked = apply(native, this, args);
          return promise((resolve, reject) => {
            settle(
              asked,
              (stream) => {
                adoptAll(stream);
                resolve(stream);
              },
              reject,
            );
          });
        },
      };
      return methods[name] as Method;
    });
  }
  // The old form, with functions instead of a promise.
  for (const name of ['getUserMedia', 'webkitGetUserMedia']) {
    replace(scope['Navigator']?.prototype, name, (native) => {
      const methods = {
        [name](this: unknown, wanted: unknown, done: unknown, failed: unknown): unknown {
          const hear = (stream: unknown): void => {
            adoptAll(stream);
            apply(done, undefined, [stream]);
          };
          const isWhole = arguments.length > 2;
          const args = [wanted, typeof done === 'function' ? hear : done, failed];
          return apply(native, this, isWhole ? args : (arguments as unknown as unknown[]));
        },
      };
      return methods[name] as unknown as Method;
    });
  }
  for (const name of ['MediaStreamTrack', 'BrowserCaptureMediaStreamTrack']) {
    replace(scope[name]?.prototype, 'clone', (native) => {
      const methods = {
        clone(this: unknown): unknown {
          const copy = apply(native, this, []);
          if (isCaptured(this)) adopt(copy as object);
          change();
          return copy;
        },
      };
      return methods.clone;
    });
    replace(scope[name]?.prototype, 'stop', (native) => {
      const methods = {
        stop(this: unknown): unknown {
          const nothing = apply(native, this, []);
          change();
          return nothing;
        },
      };
      return methods.stop;
    });
  }
  replace(streams, 'clone', (native) => {
    const methods = {
      clone(this: unknown): unknown {
        const copy = apply(native, this, []);
        const from = tracksOf(this);
        const to = tracksOf(copy);
        // Both list theirs in the same order.
        for (let i = 0; i < to.length; i += 1) if (isCaptured(from[i])) adopt(to[i] as object);
        change();
        return copy;
      },
    };
    return methods.clone;
  });
}
