import { isDirectKind } from '../../../core/model/channel';
import type { InboxStep, NewInboxEntry } from '../../../core/model/inbox';
import { toIndexText } from '../search-text';
import type { Names } from './names';
import type { Sql } from './sql';

export const HOUR_MS = 3_600_000;

/** Puts steps in, all of them or none. What is there already stays as it is. */
export function writeSteps(sql: Sql, names: Names, steps: readonly InboxStep[]): void {
  try {
    sql.together(() => {
      for (const step of steps) writeStep(sql, names, step);
    });
  } catch (error) {
    names.forget();
    throw error;
  }
}

function writeStep(sql: Sql, names: Names, step: InboxStep): void {
  switch (step.kind) {
    case 'entry':
      writeEntry(sql, names, toSound(step.entry));
      return;
    case 'came':
      sql.run('INSERT OR IGNORE INTO session (came_ms) VALUES (?)', [step.atMs]);
      return;
    case 'left':
      sql.run('UPDATE session SET left_ms = ? WHERE left_ms IS NULL AND id = (SELECT max(id) FROM session)', [
        step.atMs,
      ]);
  }
}

function writeEntry(sql: Sql, names: Names, entry: NewInboxEntry): void {
  if (sql.get('SELECT 1 FROM content WHERE key = ?', [entry.key]) !== undefined) return;
  const isForMe = isMeantForPerson(entry);
  const { id } = sql.run(INSERT_ENTRY, [
    entry.atMs,
    sessionFor(sql, entry.atMs),
    names.place(entry),
    entry.sender === null ? null : names.sender(entry.sender),
    names.why(entry),
    entry.decision,
    entry.mention,
    isForMe ? 1 : 0,
    entry.isRead ? 1 : 0,
  ]);
  sql.run('INSERT INTO content (id, key, title, body, tag, message_id) VALUES (?, ?, ?, ?, ?, ?)', [
    id,
    entry.key,
    entry.title,
    entry.body,
    entry.tag,
    entry.messageId,
  ]);
  sql.run(INSERT_WORDS, [
    id,
    toIndexText(entry.title),
    toIndexText(entry.body),
    toIndexText(entry.sender ?? ''),
    toIndexText(entry.channelName ?? ''),
    names.facets(entry, isForMe),
  ]);
  sql.run(INSERT_HOUR, [Math.floor(entry.atMs / HOUR_MS), id, id]);
}

const INSERT_ENTRY = `
  INSERT INTO entry (at_ms, session, place, sender, why, decision, mention, for_me, is_read)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_WORDS =
  'INSERT INTO search (rowid, title, body, sender, channel, facets) VALUES (?, ?, ?, ?, ?, ?)';
const INSERT_HOUR = `
  INSERT INTO hour (hour, first_id, last_id) VALUES (?, ?, ?)
  ON CONFLICT DO UPDATE SET last_id = excluded.last_id`;

/** The stretch that runs now; the first one begins with the first entry. */
function sessionFor(sql: Sql, atMs: number): number {
  const row = sql.get<{ id: number | null }>('SELECT max(id) AS id FROM session');
  return row?.id ?? sql.run('INSERT INTO session (came_ms) VALUES (?)', [atMs]).id;
}

/** Mentions, of the person alone or with all, and direct conversations. */
const isMeantForPerson = ({ mention, channelKind }: NewInboxEntry): boolean =>
  mention === 'personal' || mention === 'group' || isDirectKind(channelKind);

/** The engine ends texts at a zero and has no halves of characters. */
function toSound(entry: NewInboxEntry): NewInboxEntry {
  const sound = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');
  const orNull = (text: string | null): string | null => (text === null ? null : sound(text));
  return {
    ...entry,
    key: sound(entry.key),
    atMs: Math.trunc(entry.atMs),
    serviceId: sound(entry.serviceId),
    serviceName: sound(entry.serviceName),
    channelId: orNull(entry.channelId),
    channelName: orNull(entry.channelName),
    sender: orNull(entry.sender),
    title: sound(entry.title),
    body: sound(entry.body),
    tag: sound(entry.tag),
    messageId: orNull(entry.messageId),
  };
}
