import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ChunkOfDays } from './chunk-of-days';
import { ChunkOfStretches } from './chunk-of-stretches';
import { useDesk, useFeed } from './inbox-desk';
import { InboxEmpty } from './inbox-empty';
import { Near } from './near';

interface InboxListProps {
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

/** The entries. More are loaded as one comes near the end; those far away are let go and take only their room. */
export function InboxList({ listRef, isFiltered, onClear }: InboxListProps): ReactNode {
  const { t } = useTranslation();
  const { feed } = useDesk();
  const kind = useFeed((state) => state.kind);
  const reading = useFeed((state) => state.reading);
  const turn = useFeed((state) => state.turn);
  const chunks = useFeed((state) => state.chunks);
  const hasMore = (chunks.at(-1)?.nextId ?? null) !== null;
  const isEmpty = chunks.every(({ entries }) => entries?.length === 0);
  const isNothing = isEmpty && !hasMore;
  return (
    <>
      {(kind === 'failed' || (kind === 'ready' && isNothing)) && (
        <InboxEmpty isFiltered={isFiltered} onClear={onClear} />
      )}
      <div
        ref={listRef}
        className="inbox-list"
        role="group"
        aria-label={t('inbox.entries')}
        aria-busy={kind === 'asking'}
        hidden={kind === 'failed'}
      >
        {chunks.map((_, index) => (
          // A chunk is known by its place: it keeps it as long as the list is not begun anew.
          // oxlint-disable-next-line react/no-array-index-key
          <ChunkFrame key={`${turn}-${index}`} index={index}>
            {reading === 'sessions' ? <ChunkOfStretches index={index} /> : <ChunkOfDays index={index} />}
          </ChunkFrame>
        ))}
        {hasMore && (
          <Near key={`${turn}-${chunks.length}`} onNear={() => void feed.more()}>
            <p className="inbox-loading">{t('inbox.loadingMore')}</p>
          </Near>
        )}
      </div>
    </>
  );
}

interface ChunkFrameProps {
  readonly index: number;
  readonly children: ReactNode;
}

function ChunkFrame({ index, children }: ChunkFrameProps): ReactNode {
  const { feed } = useDesk();
  const chunk = useFeed((state) => state.chunks[index]);
  const isHeld = chunk?.entries !== undefined;
  return (
    <Near onNear={() => void feed.restore(index)} onFar={(heightPx) => feed.letGo(index, heightPx)}>
      {isHeld ? children : <div style={{ blockSize: chunk?.heightPx }} />}
    </Near>
  );
}
