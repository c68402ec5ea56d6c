import type { WebContents } from 'electron/main';
import { hostOf } from '../../core/model/address';
import { toFailureKind } from '../../core/model/failure';
import type { RefusedCertificate } from '../../core/model/certificate-trust';
import type { ServiceId } from '../../core/model/service';
import { selectServiceSession } from '../../core/state/selectors';
import type { AppStore } from '../store/app-store';
import { timers as timerPort } from '../timers';
import { pingPage, startHangWatch } from './hang-watch';
import { watchPageChanges, type ChangingPage } from './page-changes';

/** How long a page must stay up before its failures are forgotten. */
const STAYED_UP_MS = 10_000;
/** How long a document may take to put a count in its title: many ask their server for it first. */
const TITLE_PATIENCE_MS = 3000;
/** How long a server may take to send the beginning of a page. */
const LOAD_PATIENCE_MS = 45_000;
/** net::ERR_ABORTED: another navigation took over; not a failure. */
const ABORTED = -3;
/** What a request held back by `webRequest` ends with. */
const BLOCKED_BY_US = 'ERR_BLOCKED_BY_CLIENT';

interface ViewEventsDeps {
  readonly store: AppStore;
  readonly nowMs: () => number;
  readonly random: () => number;
  /** Counts what is refused of the page. */
  readonly refuse: (reason: string) => void;
  /** What is wrong with the certificate at an address, where the person may say. */
  readonly refusedAt: (url: string) => RefusedCertificate | undefined;
  /** The person looks at the page, and no dialog stops it. */
  readonly isExpectedToAnswer: () => boolean;
}

/** Tells the state what happens to a service's page. */
export function reportViewEvents(serviceId: ServiceId, contents: WebContents, deps: ViewEventsDeps): void {
  const { store, nowMs, random } = deps;
  const timers = new Set<NodeJS.Timeout>();
  const watch = startHangWatch(
    {
      ping: () => pingPage(contents),
      isExpectedToAnswer: () => !contents.isDestroyed() && !contents.isCrashed() && deps.isExpectedToAnswer(),
      nowMs,
      every: (intervalMs, run) => {
        const timer = setInterval(run, intervalMs);
        return () => clearInterval(timer);
      },
    },
    {
      hung: () => store.dispatch({ kind: 'view-hung', serviceId }),
      responsive: () => store.dispatch({ kind: 'view-responsive', serviceId }),
    },
  );
  const isFailedLoad = { value: false };
  const isCommitted = { value: false };

  const fail = (code: string, url: string): void => {
    isFailedLoad.value = true;
    const host = hostOf(url);
    const kind = toFailureKind(code);
    // Chromium still remembers what was trusted a moment ago; what is held back for that is blocked by us.
    const certificate = kind === 'certificate' || code === BLOCKED_BY_US ? deps.refusedAt(url) : undefined;
    store.dispatch({
      kind: 'view-load-failed',
      serviceId,
      failure: { kind: certificate?.certificate.kind ?? kind, code, host, certificate },
      nowMs: nowMs(),
      jitter: random(),
    });
  };
  const forgetTimers = (): void => {
    timers.forEach((timer) => clearTimeout(timer));
    timers.clear();
  };

  const isLoading = (): boolean => selectServiceSession(store.getState(), serviceId).load.kind === 'loading';
  /** A server that takes the connection and never answers would leave the page blank for ever. */
  const waitForPage = (url: string): void => {
    timers.add(
      setTimeout(() => {
        const isAsking = store
          .getState()
          .session.prompts.some((prompt) => prompt.kind !== 'permission' && prompt.serviceId === serviceId);
        if (isAsking) return waitForPage(url);
        if (!isLoading() || isFailedLoad.value || contents.isDestroyed()) return;
        if (isCommitted.value) return store.dispatch({ kind: 'view-loaded', serviceId });
        contents.stop();
        fail('ERR_TIMED_OUT', url);
      }, LOAD_PATIENCE_MS),
    );
  };

  contents.on('did-start-navigation', (details) => {
    if (!details.isMainFrame || details.isSameDocument) return;
    isFailedLoad.value = false;
    isCommitted.value = false;
    forgetTimers();
    waitForPage(details.url);
  });
  // What was asked for was no page after all: a download, or an answer without content.
  contents.on('did-stop-loading', () => {
    if (isLoading() && !isCommitted.value && !isFailedLoad.value) fail('ERR_NO_PAGE', contents.getURL());
  });
  contents.on('did-fail-load', (_event, errorCode, description, url, isMainFrame) => {
    if (!isMainFrame || errorCode === ABORTED) return;
    store.dispatch({ kind: 'view-navigated', serviceId, canGoBack: contents.navigationHistory.canGoBack() });
    fail(description || `ERR_${Math.abs(errorCode)}`, url);
  });
  contents.on('did-navigate', (_event, url, status) => {
    watch.reset();
    isCommitted.value = true;
    store.dispatch({ kind: 'view-document-replaced', serviceId });
    store.dispatch({ kind: 'view-navigated', serviceId, canGoBack: contents.navigationHistory.canGoBack() });
    if (status === 502 || status === 503 || status === 504) fail(`HTTP ${status}`, url);
  });
  contents.on('dom-ready', () => {
    if (isFailedLoad.value) return;
    store.dispatch({ kind: 'view-loaded', serviceId });
    forgetTimers();
    timers.add(
      setTimeout(() => store.dispatch({ kind: 'view-title-settled', serviceId }), TITLE_PATIENCE_MS),
    );
    timers.add(setTimeout(() => store.dispatch({ kind: 'view-stayed-up', serviceId }), STAYED_UP_MS));
  });
  contents.on('render-process-gone', (_event, details) => {
    watch.reset();
    if (details.reason === 'clean-exit') return;
    forgetTimers();
    store.dispatch({
      kind: 'view-crashed',
      serviceId,
      reason: details.reason,
      nowMs: nowMs(),
      jitter: random(),
    });
  });
  // Electron's overloads of `on` take one event each.
  const changes = watchPageChanges(contents as unknown as ChangingPage, {
    nowMs,
    after: timerPort.after,
    refuse: deps.refuse,
    onTitle: (title) => {
      if (!isFailedLoad.value) store.dispatch({ kind: 'title-changed', serviceId, title });
    },
    onStep: () => {
      if (contents.isDestroyed()) return;
      const canGoBack = contents.navigationHistory.canGoBack();
      store.dispatch({ kind: 'view-navigated', serviceId, canGoBack });
    },
  });
  contents.on('unresponsive', () => store.dispatch({ kind: 'view-hung', serviceId }));
  contents.on('responsive', () => store.dispatch({ kind: 'view-responsive', serviceId }));
  contents.on('destroyed', () => {
    watch.stop();
    changes.stop();
    forgetTimers();
  });
}
