import { useId, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConversationCard } from './conversation-card';
import { toStretches, type Stretch } from './grouping';
import { useFeed } from './inbox-desk';
import { partOf } from './load-chunk';
import { Near } from './near';
import { useTimeWords } from './use-time-words';

const none: readonly never[] = [];
/** How many conversations of a stretch are drawn before one comes near to them. */
const DRAWN_AT_ONCE = 16;

/** Entries by stretch of time, and in each by conversation. */
export function ChunkOfStretches({ index }: { readonly index: number }): ReactNode {
  const chunk = useFeed((state) => state.chunks[index]);
  const sessions = useFeed((state) => state.sessions);
  const lastBefore = useFeed((state) => state.chunks[index - 1]?.entries?.at(-1)?.sessionId);
  const stretches = useMemo(
    () => (chunk?.entries === undefined ? none : toStretches(chunk.entries, sessions, partOf(chunk, index))),
    [chunk, sessions, index],
  );
  const goesOn = chunk?.entries?.[0]?.sessionId === lastBefore;
  return stretches.map((stretch, at) => (
    <StretchSection key={stretch.key} stretch={stretch} goesOn={at === 0 && goesOn} />
  ));
}

interface StretchSectionProps {
  readonly stretch: Stretch;
  /** It goes on from the chunk before. */
  readonly goesOn: boolean;
}

function StretchSection({ stretch, goesOn }: StretchSectionProps): ReactNode {
  const id = useId();
  const [drawn, setDrawn] = useState(DRAWN_AT_ONCE);
  const { conversations } = stretch;
  return (
    <section className="stretch" aria-labelledby={id}>
      <StretchTitle id={id} stretch={stretch} goesOn={goesOn} />
      {conversations.slice(0, drawn).map((conversation, at) => (
        <ConversationCard
          key={conversation.key}
          conversation={conversation}
          place={at + 1}
          count={conversations.length}
        />
      ))}
      {drawn < conversations.length && <Near key={drawn} onNear={() => setDrawn(drawn + DRAWN_AT_ONCE)} />}
    </section>
  );
}

function StretchTitle({
  id,
  stretch: { kind, fromMs, toMs },
  goesOn,
}: StretchSectionProps & { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const { toSince, toSpan } = useTimeWords();
  const title =
    kind === 'now'
      ? t('inbox.stretch.now')
      : kind === 'away'
        ? t('inbox.stretch.away')
        : t('inbox.stretch.here');
  const when =
    toMs === undefined ? t('inbox.stretch.since', { time: toSince(fromMs) }) : toSpan(fromMs, toMs);
  return (
    <h2 className="stretch-title" id={id}>
      <span>{goesOn ? t('inbox.stretch.goesOn', { title }) : title}</span>
      <span className="stretch-when">{when}</span>
    </h2>
  );
}
