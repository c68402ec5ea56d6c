import { useId, useMemo, type ReactNode } from 'react';
import type { InboxEntry } from '../../../electron/core/model/inbox';
import { withDays } from './days';
import { EntryRow } from './entry-row';
import { useFeed } from './inbox-desk';
import { useTimeWords } from './use-time-words';

interface Day {
  /** Undefined where the day goes on from the chunk before. */
  readonly dayMs: number | undefined;
  readonly entries: readonly InboxEntry[];
}

/** Entries one by one, the newest first, under the days they are of. */
export function ChunkOfDays({ index }: { readonly index: number }): ReactNode {
  const entries = useFeed((state) => state.chunks[index]?.entries);
  const before = useFeed((state) => state.chunks[index - 1]?.entries?.at(-1));
  const days = useMemo(() => toDays(entries ?? [], before), [entries, before]);
  return days.map((day) => <DaySection key={day.dayMs ?? 'on'} day={day} />);
}

function DaySection({ day: { dayMs, entries } }: { readonly day: Day }): ReactNode {
  const id = useId();
  const { toDay } = useTimeWords();
  return (
    <section className="day" aria-labelledby={dayMs === undefined ? undefined : id}>
      {dayMs !== undefined && (
        <h2 className="stretch-title" id={id}>
          {toDay(dayMs)}
        </h2>
      )}
      <ul className="entries entries-alone">
        {entries.map((entry) => (
          <EntryRow
            key={entry.id}
            entry={entry}
            conversationKey={`entry-${entry.id}`}
            isJoined={false}
            showsMark
            isAlone
          />
        ))}
      </ul>
    </section>
  );
}

function toDays(entries: readonly InboxEntry[], before: InboxEntry | undefined): readonly Day[] {
  const days: { dayMs: number | undefined; entries: InboxEntry[] }[] = [];
  for (const { entry, dayMs } of withDays(entries, before)) {
    const last = days.at(-1);
    if (last === undefined || dayMs !== undefined) days.push({ dayMs, entries: [entry] });
    else last.entries.push(entry);
  }
  return days;
}
