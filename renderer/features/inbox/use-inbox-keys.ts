import type { RefObject } from 'react';
import { useKeys } from '../../components/use-keys';
import { findConversation, findEntry } from './find';
import type { InboxDesk } from './inbox-desk';
import { anchorOf, withMember } from './inbox-view';
import { decideStop, toInboxAction, type InboxAction } from './keys';
import { decideAfterRead, readStops, type StopElement } from './list-stops';
import { SEARCH_FIELD } from './use-list-focus';

/** Hears the keys of the inbox, wherever on its page the keyboard is but in a field, a menu or a dialog. */
export function useInboxKeys(
  desk: InboxDesk,
  page: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
): void {
  useKeys(page, (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const { current: element } = list;
    if (element === null || target === null || target.closest('dialog, [role="menu"]') !== null) return;
    if (event.key === 'Escape' && closeWhy(desk)) return event.preventDefault();
    if (target.closest('input') !== null) {
      if (event.key !== 'ArrowDown' || target.closest('.search-field') === null) return;
      event.preventDefault();
      return focusOn(readStops(element)[0]);
    }
    const action = toInboxAction(event, document.dir === 'rtl' ? 'rtl' : 'ltr');
    if (action === undefined) return;
    event.preventDefault();
    follow(desk, element, action);
  });
}

/** Does what a key asks. */
function follow(desk: InboxDesk, list: HTMLElement, action: InboxAction): void {
  const { view, actions } = desk;
  const stops = readStops(list);
  const { current } = view.getState();
  const here = stops.find(({ key }) => key === current);
  switch (action.kind) {
    case 'go': {
      const from = list.contains(document.activeElement) ? current : undefined;
      return focusOn(stops[decideStop(stops, from, action.move)]);
    }
    case 'search':
      return document.querySelector<HTMLElement>(SEARCH_FIELD)?.focus();
    case 'newer':
      return showNewer(desk, list);
    case 'read-all':
      return void actions.markAll();
    case 'fold':
    case 'unfold':
      return fold(desk, stops, here, action.kind === 'fold');
    case 'read':
    case 'unread':
    case 'why':
    case 'mute':
      if (here !== undefined) act(desk, stops, here, action.kind);
  }
}

function fold(
  { view }: InboxDesk,
  stops: readonly StopElement[],
  here: StopElement | undefined,
  isFolded: boolean,
): void {
  if (here === undefined) return;
  if (isFolded) focusOn(stops.find(({ conversation }) => conversation === here.conversation));
  view.setState(({ folded }) => ({ folded: withMember(folded, here.conversation, isFolded) }));
}

function act(
  { feed, view, actions }: InboxDesk,
  stops: readonly StopElement[],
  here: StopElement,
  kind: 'read' | 'unread' | 'why' | 'mute',
): void {
  const state = feed.store.getState();
  const conversation = findConversation(state, here.conversation);
  const entry = findEntry(state, here.entryId) ?? conversation?.entries.at(-1);
  if (entry === undefined) return;
  switch (kind) {
    case 'read':
      focusOn(decideAfterRead(stops, here.conversation));
      return void (conversation === undefined
        ? actions.markEntry(entry, true)
        : actions.markConversation(conversation, true));
    case 'unread':
      return void (here.entryId === undefined && conversation !== undefined
        ? actions.markConversation(conversation, false)
        : actions.markEntry(entry, false));
    case 'why':
      view.setState(({ folded }) => ({ folded: withMember(folded, here.conversation, false) }));
      return actions.showWhy(view.getState().whyId === entry.id ? undefined : entry.id);
    case 'mute':
      return view.setState({
        menu: { kind: 'mute', conversation: conversation ?? entry, anchor: anchorOf(here.element) },
      });
  }
}

function closeWhy({ view }: InboxDesk): boolean {
  const { whyId } = view.getState();
  if (whyId === undefined) return false;
  view.setState({ whyId: undefined });
  document.querySelector<HTMLElement>(`[data-stop="entry-${whyId}"]`)?.focus();
  return true;
}

/** Draws what came since, and goes there. */
export function showNewer({ feed, view }: InboxDesk, list: HTMLElement): void {
  if (feed.store.getState().newer === 0) return;
  void feed.refresh(true).then(() => {
    view.setState({ current: undefined });
    requestAnimationFrame(() => focusOn(readStops(list)[0]));
  });
}

function focusOn(stop: StopElement | undefined): void {
  stop?.element.focus();
}
