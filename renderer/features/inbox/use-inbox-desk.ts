import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxFilter } from '../../../electron/core/model/inbox';
import { useCommand, useProjection } from '../../store/use-shell';
import { filterKey, toInput } from './filters';
import { createInboxActions } from './inbox-actions';
import type { InboxDesk } from './inbox-desk';
import { createInboxFeed } from './inbox-feed';
import { createInboxView } from './inbox-view';
import type { Reading } from './load-chunk';
import { useInboxWords } from './use-inbox-words';
import { useTimeWords } from './use-time-words';

/** Gives what the inbox works with, as long as its page is up. */
export function useInboxDesk(): InboxDesk {
  const { t } = useTranslation();
  const command = useCommand();
  const words = useInboxWords();
  const times = useTimeWords();
  const [feed] = useState(() =>
    createInboxFeed(({ filter, ...ask }) => command('inbox.page', { ...ask, filter: toInput(filter) })),
  );
  const [view] = useState(createInboxView);
  const actions = useMemo(
    () => createInboxActions({ command, feed, view, words: () => words }),
    [command, feed, view, words],
  );
  return useMemo(() => ({ feed, view, actions, t, words, times }), [feed, view, actions, t, words, times]);
}

/** Gives the filter that holds, and the way to change it. Main's wish goes before what was there. */
export function useInboxFilter(): readonly [InboxFilter, (filter: InboxFilter) => void] {
  const wished = useProjection((projection) => projection.inboxFilter);
  const [held, setHeld] = useState({ wish: filterKey(wished), filter: wished });
  const wish = filterKey(wished);
  if (held.wish !== wish) setHeld({ wish, filter: wished });
  return [held.filter, (filter) => setHeld({ wish, filter })];
}

/** Shows what the filter asks for, at most once a frame while somebody types. */
export function useShown({ feed, view }: InboxDesk, filter: InboxFilter, reading: Reading): void {
  const key = filterKey(filter);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      view.setState({ whyId: undefined, said: '', folded: new Set(), whole: new Set() });
      void feed.show(filter, reading);
    });
    return () => cancelAnimationFrame(frame);
    // oxlint-disable-next-line react/exhaustive-deps -- the key stands for the filter
  }, [feed, view, key, reading]);
}

/** How long changes are gathered before the inbox is asked again. */
const GATHER_MS = 100;

/** Asks again when main says that something changed; what is new goes on top where nobody is reading. */
export function useRefresh({ feed }: InboxDesk, isAtTop: () => boolean): void {
  const version = useProjection((projection) => projection.inbox.version);
  const gathering = useRef<{ version: number; timer?: ReturnType<typeof setTimeout> | undefined }>({
    version,
  });
  const refresh = useEffectEvent(() => void feed.refresh(isAtTop()));
  useEffect(() => {
    const { current } = gathering;
    if (current.version === version) return;
    current.version = version;
    // The first change of several starts the clock: in a flood it must not be put off for ever.
    current.timer ??= setTimeout(() => {
      current.timer = undefined;
      refresh();
    }, GATHER_MS);
  }, [version]);
  useEffect(() => {
    const { current } = gathering;
    return () => clearTimeout(current.timer);
  }, []);
}

/** How many fit the filter, and how many of those are unread; undefined until it is known. */
export interface InboxCounts {
  readonly all: number | undefined;
  readonly unread: number | undefined;
}

/** Counts what fits the filter. */
export function useCounts(filter: InboxFilter): InboxCounts {
  const command = useCommand();
  const version = useProjection((projection) => projection.inbox.version);
  const [counts, setCounts] = useState<InboxCounts>({ all: undefined, unread: undefined });
  const key = filterKey(filter);
  useEffect(() => {
    const run = { isOver: false };
    const count = async (one: InboxFilter): Promise<number | undefined> => {
      const answer = await command('inbox.count', { filter: toInput(one) }).catch(() => undefined);
      return answer?.kind === 'ok' ? answer.value : undefined;
    };
    const timer = setTimeout(() => {
      void Promise.all([count(filter), count({ ...filter, isUnread: true })]).then(([all, unread]) => {
        if (!run.isOver) setCounts({ all, unread });
      });
    }, GATHER_MS);
    return () => {
      run.isOver = true;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the key stands for the filter
  }, [command, key, version]);
  return counts;
}
