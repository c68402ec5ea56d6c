import { createTokenBucket } from '../../core/model/token-bucket';
import { createCoalescer } from '../coalescer';
import type { TimerPort } from '../timers';

/** Least time between two titles, or two addresses within a document, that are told of. */
const EVERY_MS = 100;
/** Titles of a page that nobody minds: more are a storm. */
const TITLE_RATE = { burst: 50, perSecond: 10 } as const;

/** What is used of a page. */
export interface ChangingPage {
  readonly on: (
    event: 'page-title-updated' | 'did-navigate' | 'did-navigate-in-page',
    listener: (...args: never[]) => void,
  ) => unknown;
}

interface ChangeDeps extends TimerPort {
  readonly onTitle: (title: string) => void;
  /** The page went on within its document. */
  readonly onStep: () => void;
  readonly refuse: (reason: string) => void;
}

/** Tells what a page changes without loading anew, at once and then at a rate that all who follow can bear. */
export function watchPageChanges(page: ChangingPage, deps: ChangeDeps): { readonly stop: () => void } {
  const bucket = createTokenBucket(TITLE_RATE);
  const titles = createCoalescer<string>(deps.onTitle, EVERY_MS, deps.after);
  const steps = createCoalescer<undefined>(deps.onStep, EVERY_MS, deps.after);
  page.on('page-title-updated', (_event: unknown, title: string, isExplicit: boolean) => {
    if (!isExplicit) return;
    if (!bucket.take(deps.nowMs())) deps.refuse('title: too many');
    titles.put(title);
  });
  // What is still waiting was said by another document.
  page.on('did-navigate', titles.stop);
  page.on('did-navigate-in-page', (_event: unknown, _url: string, isMainFrame: boolean) => {
    if (isMainFrame) steps.put(undefined);
  });
  return {
    stop: () => {
      titles.stop();
      steps.stop();
    },
  };
}
