import type { Settings } from '../model/settings';

/** What in the window stands beside a page, in px. */
export interface Sizes {
  /** Height of the header over a page. */
  readonly header: number;
  /**
   * Height of the line of notices under a page; the page gives way to it rather than being covered. One that asks
   * something has a row for its answers where the page is narrow.
   */
  readonly notice: { readonly usual: number; readonly asks: number; readonly least: number };
  /** Height of the line that offers to hear less of a busy channel: one row, or two where a page is narrow. */
  readonly hint: { readonly wide: number; readonly usual: number; readonly least: number };
  /** From which width of a page on the hint has one row. */
  readonly wideFrom: number;
  /** From which width of a page on a notice that asks has one row. */
  readonly askingWideFrom: number;
  /** Below which width of a page both lines have rows enough, and are scrolled for the rest. */
  readonly leastBelow: number;
  /** Height of the head over each of two pages side by side, and width of what is between them. */
  readonly sideHead: number;
  readonly divider: number;
  /** Width of the service bar. */
  readonly bar: number;
  /** How much larger than usual buttons and icons are: half as much as the text, which leaves room for pages. */
  readonly grow: number;
}

const BAR_WIDTH = { compact: 44, normal: 64, names: 200 } as const;

/** Gives the sizes for a size of text: what holds lines grows as they do, what is around them does not. */
export function toSizes(settings: Pick<Settings, 'textSize' | 'barSize' | 'barShown'>): Sizes {
  const { textSize, barSize, barShown } = settings;
  const text = textSize / 100;
  const grow = (1 + text) / 2;
  return {
    header: 20 + 20 * text,
    notice: { usual: 8 + 36 * text, asks: 36 + 44 * text, least: 36 + 58 * text },
    hint: { wide: 8 + 36 * text, usual: 36 + 44 * text, least: 36 + 58 * text },
    wideFrom: 820 * text,
    askingWideFrom: 640 * text,
    leastBelow: 400 * text,
    sideHead: Math.round(12 + 20 * text),
    divider: 8,
    bar: barShown ? Math.round(BAR_WIDTH[barSize] * grow) : 0,
    grow,
  };
}

/** Gives how wide the bar is in a window: at most half of it. */
export const toBarWidth = (sizes: Sizes, windowWidth: number): number =>
  Math.min(sizes.bar, Math.floor(windowWidth / 2));

/** Gives how high the line of notices is under a page this wide. */
export function toNoticeHeight(
  { notice, askingWideFrom, leastBelow }: Sizes,
  pageWidth: number,
  isAsking: boolean,
): number {
  if (pageWidth < leastBelow) return notice.least;
  return isAsking && pageWidth < askingWideFrom ? notice.asks : notice.usual;
}

/** Gives how high the line about a busy channel is over a page this wide. */
export function toHintHeight({ hint, wideFrom, leastBelow }: Sizes, pageWidth: number): number {
  if (pageWidth < leastBelow) return hint.least;
  return pageWidth < wideFrom ? hint.usual : hint.wide;
}
