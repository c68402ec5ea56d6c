import type { ChannelKind } from '../../../core/model/channel';
import type { DecisionKind, DecisionReason, RuleSource, TrailStep } from '../../../core/model/decision';
import type { InboxEntry, InboxSession } from '../../../core/model/inbox';
import type { Mention } from '../../../core/model/message';
import { InboxFault } from './problem';
import { asRow } from './sql';

/** An entry with all that belongs to it, as {@link SELECT_ENTRIES} gives it. */
export interface EntryRow {
  readonly id: number;
  readonly key: string;
  readonly at_ms: number;
  readonly session: number;
  readonly service_id: string;
  readonly service_name: string;
  readonly channel_id: string | null;
  readonly channel_name: string | null;
  readonly channel_kind: string;
  readonly sender: string | null;
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly message_id: string | null;
  readonly mention: string;
  readonly decision: string;
  readonly reason: string;
  readonly source: string;
  readonly trail: string;
  readonly is_read: number;
}

/** Takes ids as one JSON list and gives their entries in the order of the list. */
export const SELECT_ENTRIES = `
  SELECT ${asRow({
    id: 'e.id',
    key: 'c.key',
    at_ms: 'e.at_ms',
    session: 'e.session',
    service_id: 'p.service_id',
    service_name: 'p.service_name',
    channel_id: 'p.channel_id',
    channel_name: 'p.channel_name',
    channel_kind: 'p.channel_kind',
    sender: 's.name',
    title: 'c.title',
    body: 'c.body',
    tag: 'c.tag',
    message_id: 'c.message_id',
    mention: 'e.mention',
    decision: 'e.decision',
    reason: 'w.reason',
    source: 'w.source',
    trail: 'w.trail',
    is_read: 'e.is_read',
  })}
  FROM json_each(?) j CROSS JOIN entry e ON e.id = j.value CROSS JOIN content c ON c.id = e.id
  CROSS JOIN place p ON p.id = e.place CROSS JOIN why w ON w.id = e.why LEFT JOIN sender s ON s.id = e.sender`;

export interface SessionRow {
  readonly id: number;
  readonly came_ms: number;
  readonly left_ms: number | null;
}

/** Makes an entry of its row. What it holds was checked before it was written; a damaged file can hold anything. */
export const toEntry = (row: EntryRow): InboxEntry => ({
  id: row.id,
  key: row.key,
  atMs: row.at_ms,
  sessionId: row.session,
  serviceId: row.service_id,
  serviceName: row.service_name,
  channelId: row.channel_id,
  channelName: row.channel_name,
  channelKind: row.channel_kind as ChannelKind,
  sender: row.sender,
  title: row.title,
  body: row.body,
  tag: row.tag,
  messageId: row.message_id,
  mention: row.mention as Mention,
  decision: row.decision as DecisionKind,
  reason: row.reason as DecisionReason,
  from: parse<RuleSource | null>(row.source),
  trail: parse<readonly TrailStep[]>(row.trail),
  isRead: row.is_read === 1,
});

export const toSession = (row: SessionRow): InboxSession => ({
  id: row.id,
  cameMs: row.came_ms,
  leftMs: row.left_ms,
});

function parse<T>(text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new InboxFault('broken');
  }
}
