import type { Kit } from './kit';

/**
 * Gives pages that ask for a camera or a microphone, and not for a certain one, the one that the person chose for the
 * service. Self-contained.
 */
export function chooseDevices(key: string): void {
  const kit = (globalThis as unknown as Record<string, Kit>)[key] as Kit;
  const { link } = kit;
  const { apply, define, getter, ownValue, parse, promise, settle } = kit.primordials;
  const scope = globalThis as unknown as Record<
    string,
    { readonly prototype: Readonly<Record<string, unknown>> } | undefined
  >;
  const devices = scope['MediaDevices']?.prototype;
  const info = scope['MediaDeviceInfo']?.prototype;
  if (devices === undefined || info === undefined) return;
  const { setPrototypeOf } = Object;
  const { enumerateDevices, getUserMedia } = devices;
  const [kindOf, labelOf, idOf] = [getter(info, 'kind'), getter(info, 'label'), getter(info, 'deviceId')];
  const chosen = { video: '', audio: '' };

  link.listen((text) => {
    const message = parse(text);
    if (ownValue(message, 'kind') !== 'devices-chosen') return;
    const camera = ownValue(message, 'camera');
    const microphone = ownValue(message, 'microphone');
    chosen.video = typeof camera === 'string' ? camera : '';
    chosen.audio = typeof microphone === 'string' ? microphone : '';
  });

  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
  /** Wanted, and any will do; the old form of constraints is left as it is. */
  const isAny = (asked: unknown): boolean =>
    asked === true ||
    (isObject(asked) && !('deviceId' in asked) && !('mandatory' in asked) && !('optional' in asked));
  const withDevice = (asked: unknown, id: unknown): object =>
    setPrototypeOf(
      { deviceId: setPrototypeOf({ ideal: id }, null) as unknown },
      isObject(asked) ? asked : null,
    ) as object;

  const value = {
    getUserMedia(this: unknown, ...args: unknown[]): unknown {
      // No pattern: a page may have taken over how lists are walked.
      const wanted = args[0];
      const ask = (constraints: unknown): unknown => apply(getUserMedia, this, [constraints]);
      if ((chosen.video === '' && chosen.audio === '') || !isObject(wanted))
        return apply(getUserMedia, this, args);
      const { video, audio } = wanted as { readonly video?: unknown; readonly audio?: unknown };
      const isVideo = chosen.video !== '' && isAny(video);
      const isAudio = chosen.audio !== '' && isAny(audio);
      if (!isVideo && !isAudio) return apply(getUserMedia, this, args);
      return promise((resolve, reject) => {
        const go = (constraints: unknown): void => settle(ask(constraints), resolve, reject);
        settle<{ readonly length: number; readonly [index: number]: unknown }>(
          apply(enumerateDevices, this, []),
          (all) => {
            const changed = { video, audio };
            for (let i = 0; i < all.length; i += 1) {
              const kind = kindOf(all[i]);
              const label = labelOf(all[i]);
              if (isVideo && kind === 'videoinput' && label === chosen.video)
                changed.video = withDevice(video, idOf(all[i]));
              if (isAudio && kind === 'audioinput' && label === chosen.audio)
                changed.audio = withDevice(audio, idOf(all[i]));
            }
            go(setPrototypeOf(changed, wanted));
          },
          () => go(wanted),
        );
      });
    },
  }.getUserMedia;
  define(devices, 'getUserMedia', { value, writable: true, enumerable: true, configurable: true });
}
