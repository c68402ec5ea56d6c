import { DEVICE_NAME_MAX, DEVICES_MAX } from '../core/model/devices';

interface TellerPort {
  readonly enumerate: () => Promise<readonly Pick<MediaDeviceInfo, 'kind' | 'label' | 'deviceId'>[]>;
  readonly send: (text: string) => void;
}

/** Chromium names the same device once more by what it is used for. */
const ALIASES: ReadonlySet<string> = new Set(['default', 'communications']);

/**
 * Gives what hears which captures a page tells of, and tells main what cameras and microphones there are once one is in
 * use: only then may the page know their names.
 */
export function createDeviceTeller({ enumerate, send }: TellerPort): (text: string) => void {
  let told = '';
  let isUsed = false;
  const namesOf = (all: Awaited<ReturnType<TellerPort['enumerate']>>, wanted: string): readonly string[] =>
    [
      ...new Set(
        all
          .filter(({ kind, label, deviceId }) => kind === wanted && label !== '' && !ALIASES.has(deviceId))
          .map(({ label }) => label.slice(0, DEVICE_NAME_MAX)),
      ),
    ].slice(0, DEVICES_MAX);
  return (text) => {
    if (!text.startsWith('{"kind":"capture"')) return;
    const isNow = !text.includes('"tracks":0,');
    const isNew = isNow && !isUsed;
    isUsed = isNow;
    if (!isNew) return;
    enumerate().then(
      (all) => {
        const cameras = namesOf(all, 'videoinput');
        const microphones = namesOf(all, 'audioinput');
        const message = JSON.stringify({ kind: 'devices', cameras, microphones });
        if (message === told || cameras.length + microphones.length === 0) return;
        told = message;
        send(message);
      },
      () => undefined,
    );
  };
}
