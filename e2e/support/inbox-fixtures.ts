import type { ServiceProjection } from '../../electron/core/ipc/projection';
import type { TrailStep } from '../../electron/core/model/decision';
import type { InboxEntry, InboxSession } from '../../electron/core/model/inbox';
import { aService } from './shell-fixtures';

const MINUTE_MS = 60_000;

/** An entry that was shown and not read, with changes. */
export const anEntry = (id: number, changes: Partial<InboxEntry> = {}): InboxEntry => ({
  id,
  key: `n${id}`,
  sessionId: 1,
  atMs: Date.UTC(2026, 10, 25, 9) + id * MINUTE_MS,
  serviceId: 'team',
  serviceName: 'Team chat',
  channelId: 'general',
  channelName: '#general',
  channelKind: 'public',
  sender: 'Mara Lindqvist',
  title: '#general',
  body: `Message ${id}`,
  tag: '',
  messageId: null,
  mention: 'none',
  decision: 'show',
  reason: 'wanted',
  from: null,
  trail: trailOf(changes),
  isRead: false,
  ...changes,
});

function trailOf({ decision = 'show', reason }: Partial<InboxEntry>): readonly TrailStep[] {
  const from = { scope: { kind: 'service', serviceId: 'team' }, isTemporary: false } as const;
  const value = decision === 'drop' ? 'none' : 'all';
  return [
    { step: 'mention', value: 'none' },
    { step: 'value', field: 'notify', value, from, decided: decision === 'drop' },
    { step: 'value', field: 'preview', value: 'full', from: undefined, decided: false },
    ...(decision === 'hold' && reason === 'focus'
      ? ([{ step: 'focus', source: 'focus', passes: false, decided: true }] as const)
      : []),
  ];
}

/** Services the entries are of. */
export const inboxServices = (): readonly ServiceProjection[] => [
  aService('team', { name: 'Team chat', unread: { direct: 2, indirect: true } }),
  aService('slack', { recipeId: 'slack', name: 'Acme', unread: { direct: 0, indirect: true } }),
  aService('matrix', { recipeId: 'element', name: 'Élan associatif' }),
  aService('website', { recipeId: 'website', name: 'Status page', keepText: false }),
];

const direct = { channelId: 'with:yuki', channelName: '田中 由紀', channelKind: 'direct' } as const;
const held = { decision: 'hold', reason: 'focus' } as const;
const muted = { decision: 'drop', reason: 'muted' } as const;
const mention = { mention: 'personal' } as const;
const matrix = { serviceId: 'matrix', serviceName: 'Élan associatif' } as const;
const slack = { serviceId: 'slack', serviceName: 'Acme' } as const;

type Told = Partial<InboxEntry> & { readonly agoMin: number };

const told: readonly Told[] = [
  // While away: held in focus.
  { agoMin: 15, ...direct, ...held, sender: '田中 由紀', body: '来週の会議は木曜日に変更になりました。' },
  { agoMin: 14, ...direct, ...held, sender: '田中 由紀', body: '資料を送りました。確認をお願いします。' },
  {
    agoMin: 22,
    ...matrix,
    ...held,
    ...mention,
    channelId: '!dev:example.org',
    channelName: 'Release and incident coordination for the north-eastern region, second shift',
    channelKind: 'private',
    sender: 'Konstantinos Papadimitriou-Oppenheimer',
    body: 'alice: the migration of the second cluster is waiting for your word. The log is at https://logs.example.org/a/very/long/path/that/does/not/break/anywhere?run=20261125T093000Z',
  },
  {
    agoMin: 26,
    ...held,
    sender: 'Mara Lindqvist',
    body: 'Lunch at half past twelve? The new place at the corner has a table for eight.',
  },
  { agoMin: 25, ...held, sender: 'Mara Lindqvist', body: 'And it is warm enough to sit outside.' },
  { agoMin: 31, ...held, sender: 'Jonas', body: 'I am in.', isRead: true },
  { agoMin: 40, ...held, sender: 'ليلى حداد', body: 'صباح الخير جميعًا، سأنضم إليكم بعد الاجتماع.' },
  {
    agoMin: 44,
    ...slack,
    ...muted,
    channelId: 'C1',
    channelName: '#random',
    sender: 'deploybot',
    body: 'Deployed 4f2c9d1 to staging',
  },
  {
    agoMin: 52,
    ...slack,
    ...muted,
    channelId: 'C1',
    channelName: '#random',
    sender: 'deploybot',
    body: 'Deployed 99ab012 to staging',
  },
  {
    agoMin: 58,
    serviceId: 'website',
    serviceName: 'Status page',
    channelId: null,
    channelName: null,
    channelKind: 'unknown',
    sender: null,
    title: '',
    body: '',
    ...held,
  },
  {
    agoMin: 61,
    serviceId: 'website',
    serviceName: 'Status page',
    channelId: null,
    channelName: null,
    channelKind: 'unknown',
    sender: null,
    title: 'Build 812 is green (main)',
    body: 'All 2,304 checks passed',
    ...held,
  },
  // While here.
  { agoMin: 95, ...direct, sender: '田中 由紀', body: 'おはようございます', isRead: true },
  { agoMin: 131, sender: 'Jonas', body: 'The café on the ground floor closes at noon today.', isRead: true },
  { agoMin: 130, sender: 'Jonas', body: 'Coffee first, then the review.', isRead: true },
  {
    agoMin: 133,
    sender: 'Mara Lindqvist',
    body: '@all the office is closed on Friday',
    mention: 'group',
    decision: 'drop',
    reason: 'group-mention',
    isRead: true,
  },
];

/** When the inbox is looked at: late enough on a day, in any time zone, that what came last is of that day. */
export const MORNING_MS = new Date(2026, 10, 25, 9, 30).getTime();

/** What came for somebody who has just come back from a focus, and so many entries of the day before; the newest first. */
export function aMorning(earlier = 100): {
  readonly sessions: readonly InboxSession[];
  readonly entries: readonly InboxEntry[];
} {
  const sessions = [
    { id: 1, cameMs: MORNING_MS - 26 * 60 * MINUTE_MS, leftMs: MORNING_MS - 20 * 60 * MINUTE_MS },
    { id: 2, cameMs: MORNING_MS - 180 * MINUTE_MS, leftMs: MORNING_MS - 65 * MINUTE_MS },
  ];
  const today = told
    .toSorted((a, b) => a.agoMin - b.agoMin)
    .map(({ agoMin, ...changes }, index) =>
      anEntry(1000 - index, { sessionId: 2, atMs: MORNING_MS - agoMin * MINUTE_MS, ...changes }),
    );
  const yesterday = manyEntries(earlier, MORNING_MS - 21 * 60 * MINUTE_MS);
  return { sessions, entries: [...today, ...yesterday] };
}

/** So many entries of several conversations, the newest first, the last of them at `untilMs`. */
export const manyEntries = (count: number, untilMs: number, sessionId = 1): readonly InboxEntry[] =>
  Array.from({ length: count }, (_, index) =>
    anEntry(count - index, {
      sessionId,
      atMs: untilMs - index * 2 * MINUTE_MS,
      channelId: `room-${(index * 7) % 5}`,
      channelName: ['#general', '#design', '#random', '#support', '#release'][(index * 7) % 5] ?? '',
      sender: ['Mara Lindqvist', 'Jonas', 'Priya', 'Oleksandr'][(index >> 1) % 4] ?? '',
      body:
        [
          'Looks good to me.',
          'Could somebody look at the failing check before noon?',
          'Done.',
          'I would keep the second one: it reads better, and it is shorter.',
        ][index % 4] ?? '',
      isRead: index % 9 !== 0,
    }),
  );
