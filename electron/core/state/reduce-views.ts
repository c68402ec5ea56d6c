import { CRASH_FIRST_MS, decideRetryDelayMs } from '../decide/decide-retry';
import {
  parseTitleUnread,
  toCount,
  toStale,
  withoutStale,
  type Unread,
  type UnreadSource,
} from '../model/unread';
import type { ServiceId } from '../model/service';
import { togetherWith } from '../model/storage-group';
import type { ViewAction } from './actions';
import type { AppState, LoadState, ServiceSession } from './app-state';
import {
  untold,
  withoutAccount,
  withoutPrompts,
  withoutSignIns,
  withServiceSession,
  withSession,
} from './change';
import { noLook } from './reduce-sleep';
import { selectServiceSession } from './selectors';

/** Longest page title kept. */
const TITLE_MAX = 300;

/** What is no more once a document is gone. */
const ended = { ...untold, capturing: false, camera: false, microphone: false, busy: [] };

const toAsleep = (nowMs: number): Partial<ServiceSession> => ({
  load: { kind: 'asleep', sinceMs: nowMs },
  attempt: 0,
  checkedAtMs: nowMs,
  isDozing: false,
  ...noLook,
});

/** Applies what happened to a service's page. */
export function reduceViews(state: AppState, action: ViewAction): AppState {
  const { serviceId } = action;
  const session = selectServiceSession(state, serviceId);
  switch (action.kind) {
    case 'view-load-started':
      return withServiceSession(state, serviceId, { load: { kind: 'loading' } });
    case 'view-document-replaced':
      return endDocument(state, serviceId);
    case 'view-loaded':
      return withServiceSession(state, serviceId, { load: { kind: 'ready' } });
    case 'view-stayed-up':
      return withServiceSession(state, serviceId, { attempt: 0, reports: withoutStale(session.reports) });
    case 'view-title-settled':
      return withServiceSession(state, serviceId, {
        reports: withoutStale(session.reports, ['title']),
      });
    case 'view-load-failed': {
      const attempt = session.attempt + 1;
      const retryAtMs = action.nowMs + decideRetryDelayMs(attempt, action.jitter);
      return withServiceSession(state, serviceId, {
        attempt,
        load: { kind: 'failed', failure: action.failure, attempt, retryAtMs },
      });
    }
    case 'view-crashed': {
      const attempt = session.attempt + 1;
      const retryAtMs = action.nowMs + decideRetryDelayMs(attempt, action.jitter, CRASH_FIRST_MS);
      const crashed = { kind: 'crashed', reason: action.reason, attempt, retryAtMs } as const;
      return withServiceSession(withoutPrompts(state, serviceId), serviceId, {
        attempt,
        load: crashed,
        reports: toStale(session.reports),
        ...ended,
      });
    }
    case 'view-hung':
      return session.load.kind === 'ready' || session.load.kind === 'loading'
        ? withServiceSession(state, serviceId, { load: { kind: 'hung', attempt: session.attempt } })
        : state;
    case 'view-responsive':
      return session.load.kind === 'hung'
        ? withServiceSession(state, serviceId, { load: { kind: 'ready' } })
        : state;
    case 'view-closed':
      return withServiceSession(endDocument(state, serviceId), serviceId, {
        ...(action.asleepAtMs === undefined
          ? { load: { kind: 'waiting' } as const }
          : toAsleep(action.asleepAtMs)),
        outgrown: undefined,
        unseenSinceMs: undefined,
      });
    case 'view-navigated':
      return withServiceSession(state, serviceId, { canGoBack: action.canGoBack });
    case 'channel-shown': {
      const { channelId } = action;
      const isKnown = session.channels?.some(({ id }) => id === channelId) === true;
      return withServiceSession(state, serviceId, { openChannelId: isKnown ? channelId : undefined });
    }
    case 'capture-changed':
      return withServiceSession(state, serviceId, {
        capturing: action.capturing,
        camera: action.camera === true,
        microphone: action.microphone === true,
      });
    case 'title-changed':
      return changeTitle(state, serviceId, action.title);
    case 'site-icon-changed':
      return withServiceSession(state, serviceId, { siteIconVersion: session.siteIconVersion + 1 });
    case 'unread-reported':
      return report(state, serviceId, action.source, action.unread);
    case 'page-message-refused':
      return withServiceSession(state, serviceId, {
        refusedCount: session.refusedCount + action.count,
        refusedReason: action.reason,
      });
    case 'reload-requested':
      return withServiceSession(state, serviceId, {
        load: toReloading(session.load),
        refusedCount: 0,
        refusedReason: undefined,
        outgrown: undefined,
      });
    case 'view-hung-too-long':
    case 'page-address-requested':
    case 'cache-clearing-requested':
      return state;
    case 'data-clearing-requested':
      return togetherWith(state.persisted.services, serviceId).reduce(withoutData, state);
  }
}

/** Nobody is signed in there any more. */
const withoutData = (state: AppState, serviceId: ServiceId): AppState =>
  withoutAccount(withoutSignIns(state, serviceId), serviceId);

function toReloading(load: LoadState): LoadState {
  // One without a page has nothing to load anew; called loading, it would never be opened.
  return load.kind === 'waiting' || load.kind === 'asleep' ? { kind: 'waiting' } : { kind: 'loading' };
}

/** What a document asked is gone with it, what it said grows stale, and its notifications have no one to return a click to. */
function endDocument(state: AppState, serviceId: ServiceId): AppState {
  const { reports } = selectServiceSession(state, serviceId);
  const replaced = withServiceSession(withoutPrompts(state, serviceId), serviceId, {
    reports: toStale(reports),
    ...ended,
  });
  const notifications = replaced.session.notifications.map((one) =>
    one.serviceId === serviceId && one.origin === 'page' && one.pageId !== '' ? { ...one, pageId: '' } : one,
  );
  const isSame = notifications.every((one, index) => one === replaced.session.notifications[index]);
  return isSame ? replaced : withSession(replaced, { notifications });
}

function changeTitle(state: AppState, serviceId: ServiceId, rawTitle: string): AppState {
  const title = rawTitle.slice(0, TITLE_MAX);
  const changed = withServiceSession(state, serviceId, { title });
  const unread = parseTitleUnread(title);
  const saysNothing = unread.direct === 0 && !unread.indirect;
  const before = selectServiceSession(state, serviceId).reports.title;
  // A page whose title never held a count has not told us that all is read; nor has one that is just being loaded.
  return saysNothing && before?.stale !== false ? changed : report(changed, serviceId, 'title', unread);
}

function report(state: AppState, serviceId: ServiceId, source: UnreadSource, said: Unread): AppState {
  const { reports } = selectServiceSession(state, serviceId);
  const unread = { ...said, direct: said.direct === 'unknown' ? said.direct : toCount(said.direct) };
  return withServiceSession(state, serviceId, {
    reports: { ...reports, [source]: { unread, stale: false } },
  });
}
