import type { NewInboxEntry } from '../../../electron/core/model/inbox';

/** Entries as a busy person's 90 days bring them: 12 services, 300 conversations, 800 people, 20,000 words of uneven use. */
const SERVICES = 12;
const CHANNELS = 300;
const PEOPLE = 800;
const WORDS = 20_000;
const SPAN_MS = 90 * 24 * 3_600_000;
export const FIRST_MS = Date.UTC(2026, 7, 1);

/** The same numbers each time, from 0 up to but not including 1. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x8000_0000;
  };
}

/** What entries are made of, and the entry of each place in the row. */
export interface Corpus {
  readonly words: readonly string[];
  /** A word, used as unevenly as words are: `at` from 0 (used most) up to 1. */
  readonly word: (at: number) => string;
  readonly entry: (index: number, of: number) => NewInboxEntry;
}

export function createCorpus(seed = 1): Corpus {
  const random = createRandom(seed);
  const whole = (below: number): number => Math.floor(random() * below);
  const letters = (count: number): string =>
    Array.from({ length: count }, () => String.fromCodePoint(97 + whole(26))).join('');
  const words = Array.from({ length: WORDS }, () => letters(2 + whole(9)));
  const word = (at: number): string => words[Math.floor(at ** 3 * WORDS)] ?? '';
  const text = (count: number): string => Array.from({ length: count }, () => word(random())).join(' ');
  const channels = Array.from({ length: CHANNELS }, (_, index) => ({
    serviceId: `service-${index % SERVICES}`,
    serviceName: `Service ${index % SERVICES}`,
    channelId: `channel-${index}`,
    channelName: text(2),
    channelKind: (['public', 'private', 'direct', 'group'] as const)[index % 4] ?? 'public',
  }));
  const people = Array.from({ length: PEOPLE }, () => text(2));
  return {
    words,
    word,
    entry: (index, of) => {
      const channel = channels[Math.floor(random() ** 2 * CHANNELS)] ?? channels[0];
      const sender = people[whole(PEOPLE)] ?? '';
      const isHeld = random() < 0.3;
      return {
        key: `0f6b1c3e-0000-4000-8000-${String(index).padStart(12, '0')}`,
        atMs: FIRST_MS + Math.floor((index / of) * SPAN_MS),
        serviceId: channel?.serviceId ?? '',
        serviceName: channel?.serviceName ?? '',
        channelId: channel?.channelId ?? null,
        channelName: channel?.channelName ?? null,
        channelKind: channel?.channelKind ?? 'unknown',
        sender,
        title: `${sender} (${channel?.channelName ?? ''})`,
        body: text(3 + whole(18)),
        tag: `room-${channel?.channelId ?? ''}`,
        messageId: null,
        mention: random() < 0.1 ? 'personal' : 'none',
        decision: isHeld ? 'hold' : 'show',
        reason: isHeld ? 'focus' : 'wanted',
        from: { scope: { kind: 'service', serviceId: channel?.serviceId ?? '' }, isTemporary: false },
        trail: (['notify', 'groupMentions', 'badge', 'sound', 'preview'] as const).map((field) => ({
          step: 'value',
          field,
          value: 'all',
          from: { scope: { kind: 'service', serviceId: channel?.serviceId ?? '' }, isTemporary: false },
          decided: field === 'notify',
        })),
        isRead: random() < 0.8,
      };
    },
  };
}
