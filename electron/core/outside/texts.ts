import { CHANNEL_ID_MAX } from '../model/channel';
import { clipText } from '../model/clip-text';
import type { AskedUntil, Named } from '../model/asked';

/** Longest link and argument that is looked at, and longest text to write, in UTF-16 units. */
export const ASKED_MAX = 4096;
export const COMPOSED_MAX = 2000;
/** Most arguments that are looked at. */
export const ARGUMENTS_MAX = 16;
/** Longest while that can be asked for: a week. */
const MINUTES_MAX = 7 * 24 * 60;

/** Gives a service and a channel as they were called, on one line; undefined where no service is called. */
export function toNamed(service: string | undefined, channel: string | undefined): Named | undefined {
  const [first, second] = [service, channel].map((text) => clipText(text ?? '', CHANNEL_ID_MAX));
  return first === undefined || first === '' ? undefined : { service: first, channel: second || undefined };
}

/** Reads for how long: `30m`, `1h`, `1h30m`, minutes alone, `tomorrow`, `monday`, `always`, `off`. */
export function toUntil(text: string): AskedUntil | undefined {
  const word = text.trim().toLowerCase();
  if (word === 'tomorrow' || word === 'monday' || word === 'always') return { kind: word };
  if (word === 'off' || word === 'end') return { kind: 'end' };
  const [, hours, minutes] = /^(?:(\d{1,3})h)?(?:(\d{1,5})m?)?$/.exec(word) ?? [];
  const sum = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sum >= 1 && sum <= MINUTES_MAX ? { kind: 'minutes', minutes: sum } : undefined;
}
