import type { CaptureBook, Kit } from './kit';

/**
 * Adds the book on what is captured in this document: it counts how many tracks of microphone, camera and screen are
 * live, tells main, and ends those of the screen when main says so. Tracks are held weakly, so that one nobody uses any
 * more ends as it would in a browser. Self-contained.
 */
export function addCaptureBook(key: string): void {
  const kit = (globalThis as unknown as Record<string, Kit>)[key] as Kit;
  const { link } = kit;
  const { apply, dispatch, event, getter, isTrusted, later, listen, now, ownValue, parse } = kit.primordials;
  const scope = globalThis as unknown as Record<
    string,
    { readonly prototype: Readonly<Record<string, unknown>> } | undefined
  >;
  const streams = scope['MediaStream']?.prototype;
  const tracks = scope['MediaStreamTrack']?.prototype;
  if (streams === undefined || tracks === undefined) return;
  const { setPrototypeOf } = Object;
  const [NativeWeakRef, NativeWeakSet] = [WeakRef, WeakSet];
  const { deref } = NativeWeakRef.prototype;
  const { has, add } = NativeWeakSet.prototype;
  const { getTracks } = streams;
  const [readyState, kindOf] = [getter(tracks, 'readyState'), getter(tracks, 'kind')];
  const idOf = getter(tracks, 'id') as (track: unknown) => string;
  const targetOf = getter(Event.prototype, 'currentTarget');
  const { stop } = tracks;
  const QUIET_MS = 250;
  const LOOK_MS = 2000;
  type List<T> = { [index: number]: T; length: number };
  const list = <T>(): List<T> => setPrototypeOf([], null) as List<T>;
  /** All that were ever captured here: a copy of one is one. */
  const captured = new NativeWeakSet<object>();
  /** Of these, all that show the screen, and those of them that are known to be over. */
  const screens = new NativeWeakSet<object>();
  const over = new NativeWeakSet<object>();
  /** Those of the screen themselves, since one that was handed over must not be lost with its object; of others a hold. */
  let live = list<object>();
  /** By the id of each, whether it is of the screen: an element that plays one gives out another object with the same. */
  const ids = setPrototypeOf({}, null) as Record<string, boolean | undefined>;
  let told = '';
  let toldAtMs = 0;
  /** How often the screen was asked for by hand, and how often it came, or failed to though it was given. */
  let asks = 0;
  let shares = 0;
  let isDue = false;
  let isLooking = false;

  const isIn = (set: WeakSet<object>, track: unknown): boolean => apply(has, set, [track]) === true;
  const trackOf = (item: object): object | undefined =>
    isIn(screens, item) ? item : (apply(deref, item, []) as object | undefined);
  /** One of the screen that ended unseen may live on elsewhere: it was handed over. */
  const isLive = (track: object): boolean =>
    isIn(screens, track) ? !isIn(over, track) : readyState(track) === 'live';
  const isScreenHere = (track: unknown): boolean => isIn(screens, track) && readyState(track) === 'live';
  const upTo = (value: number): number => (value > 9999 ? 9999 : value);

  /** Counts those that are live, lets go of the rest, and says how many. */
  const count = (): string => {
    const still = list<object>();
    let cameras = 0;
    let ofScreen = 0;
    for (let i = 0; i < live.length; i += 1) {
      const item = live[i] as object;
      const track = trackOf(item);
      if (track === undefined || !isLive(track)) continue;
      still[still.length] = item;
      if (isIn(screens, track)) ofScreen += 1;
      else if (kindOf(track) === 'video') cameras += 1;
    }
    live = still;
    const counted = `"cameras":${upTo(cameras)},"screens":${upTo(ofScreen)}`;
    return `"tracks":${upTo(live.length)},${counted},"asks":${upTo(asks)},"shares":${upTo(shares)}`;
  };
  told = count();
  const tell = (): void => {
    told = count();
    toldAtMs = now();
    link.send(`{"kind":"capture",${told}}`);
    if (live.length === 0 || isLooking) return;
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

  const end = (track: object): void => {
    apply(add, over, [track]);
    change();
  };
  const adoptTrack = (track: object, isOfScreen: boolean): void => {
    if (isIn(captured, track)) return;
    apply(add, captured, [track]);
    ids[idOf(track)] = isOfScreen;
    live[live.length] = isOfScreen ? track : new NativeWeakRef(track);
    if (!isOfScreen) return;
    apply(add, screens, [track]);
    // A copy of one that has ended never hears of it.
    if (readyState(track) !== 'live') return end(track);
    const hear = (heard: Event): void => {
      const target = targetOf(heard) as object;
      if (isTrusted(heard) && readyState(target) === 'ended') end(target);
    };
    listen(track, 'ended', hear, false);
  };
  const adoptCopy = (copy: unknown, from: unknown): void => {
    const isOfScreen = ids[idOf(from)];
    if (isOfScreen !== undefined) adoptTrack(copy as object, isOfScreen);
  };
  const tracksOf = (stream: unknown): List<object> => apply(getTracks, stream, []) as List<object>;

  /** Ends what shows the screen, as a browser's own button does: the page is told by `ended`. What was handed over it cannot. */
  const endScreens = (): void => {
    const all = live;
    for (let i = 0; i < all.length; i += 1) {
      const track = all[i] as object;
      if (!isScreenHere(track)) continue;
      apply(stop, track, []);
      apply(add, over, [track]);
      dispatch(track, event('ended', false));
    }
    tell();
  };
  link.listen((text) => {
    if (ownValue(parse(text), 'kind') === 'share-stop') endScreens();
  });

  const captures: CaptureBook = {
    asked: () => {
      asks += 1;
      tell();
    },
    failed: () => {
      shares += 1;
      change();
    },
    adopt: (stream, isOfScreen, isOurs) => {
      // Before anything is told: a screen that came and is not there is one that ended.
      if (isOurs) shares += 1;
      const all = tracksOf(stream);
      for (let i = 0; i < all.length; i += 1) adoptTrack(all[i] as object, isOfScreen);
      change();
    },
    copied: (copy, from) => {
      adoptCopy(copy, from);
      change();
    },
    copiedAll: (copy, from) => {
      const to = tracksOf(copy);
      const all = tracksOf(from);
      // Both list theirs in the same order.
      for (let i = 0; i < to.length; i += 1) adoptCopy(to[i], all[i]);
      change();
    },
    isScreenHere,
    stopped: (track, wasScreenHere) => {
      if (wasScreenHere) apply(add, over, [track]);
      change();
    },
  };
  kit.captures = captures;
}
