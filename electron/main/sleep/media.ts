import type { ServiceId } from '../../core/model/service';
import type { Stop } from '../store/app-store';
import type { TimerPort } from '../timers';
import { onDocumentEnd, type DocumentPage } from '../views/frame-book';
import type { BusyBook } from './busy-book';

/** How long a page must be heard without a break to count as playing: the sound of a message is shorter. */
const PLAYING_MS = 3_000;
/** How long it counts after it was heard last: between two songs, or while nobody says a word, it goes on. */
const QUIET_MS = 180_000;

/** What is used of a page. */
export interface MediaPage {
  readonly id: number;
  readonly isCurrentlyAudible: () => boolean;
  readonly on: (
    event: 'audio-state-changed' | Parameters<DocumentPage['on']>[0],
    listener: () => void,
  ) => unknown;
}

/**
 * Keeps the book on a page that plays something. What can be heard counts, and no picture without sound: the person does
 * not see it, and a background that moves for ever would keep its page for ever. Chromium calls a page that Foyer
 * silences audible still.
 */
export function watchMedia(
  serviceId: ServiceId,
  page: MediaPage,
  book: Pick<BusyBook, 'begin' | 'end'>,
  after: TimerPort['after'],
): void {
  const key = `page:${page.id}`;
  const now: { stopTimer: Stop | undefined; isPlaying: boolean } = { stopTimer: undefined, isPlaying: false };
  const wait = (delayMs: number, run: () => void): void => {
    now.stopTimer?.();
    now.stopTimer = after(delayMs, run);
  };
  const set = (isPlaying: boolean): void => {
    now.stopTimer?.();
    now.stopTimer = undefined;
    now.isPlaying = isPlaying;
    book[isPlaying ? 'begin' : 'end'](serviceId, 'media', key);
  };
  page.on('audio-state-changed', () => {
    if (page.isCurrentlyAudible() === now.isPlaying) now.stopTimer?.();
    else if (now.isPlaying) wait(QUIET_MS, () => set(false));
    else wait(PLAYING_MS, () => set(true));
  });
  onDocumentEnd(page, () => set(false));
}
