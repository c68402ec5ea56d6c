import { hostOf } from '../model/address';

/** A size in px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Size of a window for which a page names none. */
export const CHILD_SIZE: Size = { width: 900, height: 700 };
/** Smallest size of a page's window: small enough for a sign-in, too large to be overlooked. */
export const CHILD_SIZE_MIN: Size = { width: 320, height: 240 };

/**
 * Decides how large a window is that a page opens. Of its features (the third argument of `window.open`) the size is
 * taken, as far as the screen's work area goes; where it stands, what it looks like and whether it is seen is not for
 * the page to say.
 */
export function decideChildSize(features: string, area: Size): Size {
  const wanted = new Map(
    features
      .split(',', 100)
      .map((one) => one.split('=', 2))
      .map(([name = '', value = '']) => [name.trim().toLowerCase(), Number.parseInt(value, 10)] as const),
  );
  const take = (side: keyof Size): number => {
    const asked = wanted.get(side) ?? wanted.get(`inner${side}`) ?? Number.NaN;
    const size = Number.isNaN(asked) ? CHILD_SIZE[side] : asked;
    return Math.max(CHILD_SIZE_MIN[side], Math.min(size, area[side]));
  };
  return { width: take('width'), height: take('height') };
}

/** Longest title of a window, in UTF-16 units. */
const TITLE_MAX = 200;

/** Gives the title of a page's window: where the page is comes first, for there is no address bar. */
export function toChildTitle(url: string, title: string): string {
  const host = hostOf(url);
  // Marks that turn the direction could put the host elsewhere.
  const plain = title.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ').trim();
  return [host || 'about:blank', plain]
    .filter((part) => part !== '')
    .join(' — ')
    .slice(0, TITLE_MAX);
}
