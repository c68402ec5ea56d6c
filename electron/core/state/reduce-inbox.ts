import type { InboxAction } from './inbox-actions';
import type { AppState, InboxState } from './app-state';
import { focusService, withSession } from './change';

/** Applies what becomes of the record of all notifications. */
export function reduceInbox(state: AppState, action: InboxAction): AppState {
  const { inbox } = state.session;
  const change = (changes: Partial<InboxState>): AppState =>
    withSession(state, { inbox: { ...inbox, ...changes } });
  switch (action.kind) {
    case 'inbox-health-changed':
      return change({ health: action.health });
    case 'inbox-counted':
      return change({ unread: action.unread, held: action.held });
    case 'inbox-changed':
      return change({ version: inbox.version + 1 });
    case 'inbox-opened':
      return withSession(state, { page: 'inbox', inboxFilter: action.filter, overlayOpen: false });
    case 'inbox-entry-opened':
      return focusService(state, action.serviceId);
  }
}
