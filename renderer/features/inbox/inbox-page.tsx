import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjection } from '../../store/use-shell';
import { FilterBar } from './filter-bar';
import { isEverything } from './filters';
import { DeskProvider } from './inbox-desk';
import { InboxDialogs } from './inbox-dialogs';
import { InboxHead } from './inbox-head';
import { InboxList } from './inbox-list';
import { InboxMenus } from './inbox-menus';
import { InboxTroubles } from './inbox-troubles';
import type { Reading } from './load-chunk';
import { SearchRow } from './search-row';
import { useCounts, useInboxDesk, useInboxFilter, useRefresh, useShown } from './use-inbox-desk';
import { useInboxKeys } from './use-inbox-keys';
import { useListFocus } from './use-list-focus';
import './inbox-page.css';
import './entries.css';

/** How far from the top still counts as the top, in px. */
const TOP_PX = 8;

/** The inbox: all notifications, shown or not, by session or by time, with a search. */
export function InboxPage(): ReactNode {
  const { t } = useTranslation();
  const desk = useInboxDesk();
  const page = useRef<HTMLElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useInboxFilter();
  const [reading, setReading] = useState<Reading>('sessions');
  const counts = useCounts(filter);
  const wasAskedFor = useProjection((projection) => !isEverything(projection.inboxFilter));
  const isAtTop = useCallback(
    () => (page.current?.scrollTop ?? 0) < TOP_PX && list.current?.contains(document.activeElement) !== true,
    [],
  );
  useShown(desk, filter, reading);
  useRefresh(desk, isAtTop);
  useListFocus(desk, list);
  useInboxKeys(desk, page, list);

  const { feed } = desk;
  useEffect(() => {
    const shown = { turn: feed.store.getState().turn };
    return feed.store.subscribe(({ turn }) => {
      if (turn === shown.turn) return;
      // Opened on what was held, the keyboard is where two keys clear it.
      if (shown.turn === 0 && wasAskedFor)
        requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[data-stop]')?.focus());
      shown.turn = turn;
      page.current?.scrollTo({ top: 0 });
    });
  }, [feed, wasAskedFor]);

  return (
    <DeskProvider desk={desk}>
      <section className="inbox" ref={page} aria-label={t('inbox.title')}>
        <SearchRow
          text={filter.text ?? ''}
          autoFocus={!wasAskedFor}
          reading={reading}
          onText={(text) => setFilter({ ...filter, text })}
          onReading={setReading}
        />
        <FilterBar filter={filter} onFilter={setFilter} />
        <InboxTroubles />
        <InboxHead counts={counts} list={list} />
        <InboxList listRef={list} isFiltered={!isEverything(filter)} onClear={() => setFilter({})} />
        <InboxMenus filter={filter} onFilter={setFilter} onReading={setReading} />
        <InboxDialogs filter={filter} onFilter={setFilter} />
      </section>
    </DeskProvider>
  );
}
