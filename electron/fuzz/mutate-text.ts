import type * as fc from 'fast-check';
import { pick, scripts, type Step } from './steps';
import { strangeText, strangeTexts } from './strange';

/** Longest text that is made: what is longer takes time and shows nothing new. */
const TEXT_MAX = 400_000;

type Change = (text: string, place: number, what: number, parts: readonly string[]) => string;

const changes: readonly Change[] = [
  (text, place, what, parts) => text.slice(0, place) + pick(parts, what) + text.slice(place),
  (text, place, what) => text.slice(0, place) + strangeText(what) + text.slice(place),
  (text, place, what) => text.slice(0, place) + text.slice(place + 1 + (what % 9)),
  (text, place) => text.slice(0, place),
  (text, place) => text.slice(place),
  (text, place, what) => text.slice(0, place) + String.fromCharCode(what % 0x80) + text.slice(place + 1),
  (text, place, what) => text.slice(0, place) + String.fromCharCode(what % 0x1_0000) + text.slice(place),
  (text, place, what) => {
    const piece = text.slice(place, place + 1 + (what % 13));
    const times = what % 64 === 0 ? 2000 : pick([2, 3, 20], what);
    return text.slice(0, place) + piece.repeat(times) + text.slice(place);
  },
  (text, place, what, parts) => `${text.slice(0, place)}${pick(parts, what)}`,
  (text, _, what) => (what % 2 === 0 ? text.toUpperCase() : text.toLowerCase()),
];

/** Changes a text once. `parts`: what else may stand in such a text. */
export function changeText(text: string, { at, how, what }: Step, parts: readonly string[]): string {
  const change = pick(changes, how);
  return change(text, at % (text.length + 1), what, parts.length === 0 ? strangeTexts : parts).slice(
    0,
    TEXT_MAX,
  );
}

/** Gives texts made of samples by cutting, repeating, and putting strange signs and `parts` in. */
export const textsLike = (samples: readonly string[], parts: readonly string[] = []): fc.Arbitrary<string> =>
  scripts.map(({ sample, steps }) =>
    steps.reduce((text, step) => changeText(text, step, [...parts, ...samples]), pick(samples, sample)),
  );
