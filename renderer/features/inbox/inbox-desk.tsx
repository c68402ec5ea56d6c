import type { TFunction } from 'i18next';
import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { FeedState, InboxFeed } from './inbox-feed';
import type { InboxActions } from './inbox-actions';
import type { InboxView, ViewState } from './inbox-view';
import type { InboxWords } from './use-inbox-words';
import type { TimeWords } from './use-time-words';

/** What all parts of the inbox work with. */
export interface InboxDesk {
  readonly feed: InboxFeed;
  readonly view: InboxView;
  readonly actions: InboxActions;
  /** Words for the many rows: each asking for them itself would take longer than drawing it. */
  readonly t: TFunction;
  readonly words: InboxWords;
  readonly times: TimeWords;
}

const DeskContext = createContext<InboxDesk | undefined>(undefined);

/** Hands the desk to all that is drawn within. */
export const DeskProvider = ({
  desk,
  children,
}: {
  readonly desk: InboxDesk;
  readonly children: ReactNode;
}): ReactNode => <DeskContext value={desk}>{children}</DeskContext>;

/** Gives what all parts of the inbox work with. */
export function useDesk(): InboxDesk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('used outside DeskProvider');
  return desk;
}

/** Gives part of what is drawn, anew when it changes. */
export const useFeed = <T,>(select: (state: FeedState) => T): T => useStore(useDesk().feed.store, select);

/** Gives part of how it is looked at, anew when it changes. */
export const useView = <T,>(select: (state: ViewState) => T): T => useStore(useDesk().view, select);
