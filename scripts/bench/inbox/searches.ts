import type { InboxFilter } from '../../../electron/core/model/inbox';
import { type Corpus, createRandom, FIRST_MS } from './words';

const SEARCHES = 400;
const PAGES = 100;
const DAY_MS = 24 * 3_600_000;

/** First pages as people open them, and searches as they type them: words often and seldom used, half words, filters. */
export function inboxSearches(
  corpus: Corpus,
  total: number,
): {
  readonly pages: readonly { readonly filter: InboxFilter; readonly beforeId: number | null }[];
  readonly searches: readonly InboxFilter[];
} {
  const random = createRandom(7);
  const word = (): string => corpus.word(random());
  const texts = [
    () => word(),
    () => word().slice(0, 1),
    () => word().slice(0, 2),
    () => word().slice(0, 4),
    () => `${word()} ${word()}`,
    () => `${word()} ${word().slice(0, 2)}`,
    () => corpus.word(0),
    () => `${corpus.word(random() * 0.1)} ${corpus.word(random() * 0.1)}`,
  ];
  const filters: readonly (() => InboxFilter)[] = [
    () => ({}),
    () => ({}),
    () => ({ serviceId: `service-${Math.floor(random() * 12)}` }),
    () => {
      const channel = Math.floor(random() * 300);
      return { serviceId: `service-${channel % 12}`, channelId: `channel-${channel}` };
    },
    () => ({ decisions: ['hold'] }),
    () => ({ isForMe: true }),
    () => ({ isUnread: true }),
    () => {
      const fromMs = FIRST_MS + Math.floor(random() * 89) * DAY_MS;
      return { fromMs, toMs: fromMs + DAY_MS };
    },
    () => ({ decisions: ['hold'], isForMe: true, isUnread: true, serviceId: 'service-3' }),
  ];
  const filterOf = (index: number): InboxFilter => filters[index % filters.length]?.() ?? {};
  return {
    pages: Array.from({ length: PAGES }, (_, index) => ({
      filter: filterOf(index),
      beforeId: index % 4 === 3 ? Math.floor(random() * total) : null,
    })),
    searches: Array.from({ length: SEARCHES }, (_, index) => ({
      text: texts[index % texts.length]?.() ?? '',
      ...filterOf(index),
    })),
  };
}
