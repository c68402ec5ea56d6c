import { screen, type Session, type WebContents } from 'electron/main';
import { browserOf, decideLink, decideOwnLink } from '../core/decide/decide-link';
import type { RecipeHosts } from '../core/decide/decide-navigation';
import type { RefusedCertificate } from '../core/model/certificate-trust';
import type { Service, ServiceId } from '../core/model/service';
import { toAsked, toFollowed, toLinkFacts } from '../core/state/select-links';
import { isInFront, isOnScreen, selectNotification, selectService } from '../core/state/selectors';
import { listenForKeys } from './effects/keys';
import { watchSiteIcon } from './effects/site-icons';
import type { IconStore } from './icons/icon-store';
import type { Log } from './log';
import type { OwnerOf } from './owner-of';
import type { Platform } from './platform';
import { titleChild, toChildOptions } from './security/child-window';
import { createGuestWindows } from './security/guest-window';
import { guardNavigation } from './security/navigation-guard';
import type { OpenExternal } from './security/open-external';
import { gateDialogs, type DialogPort } from './security/page-dialogs';
import type { ServiceSessions } from './security/sessions';
import type { AppStore, Stop } from './store/app-store';
import { openInService } from './views/open-in-service';
import type { ServicePages } from './views/service-pages';
import { pagePreferences } from './views/page-preferences';
import { reportViewEvents } from './views/view-events';

/** Longest scheme shown; a page may make up any. */
const SCHEME_MAX = 40;

interface ConnectorDeps {
  readonly store: AppStore;
  readonly pages: ServicePages;
  readonly icons: IconStore;
  readonly preloadFile: string;
  readonly platform: Platform;
  readonly hostsOf: (recipeId: string) => RecipeHosts;
  readonly openExternal: OpenExternal;
  readonly sessions: Pick<ServiceSessions, 'join' | 'leave' | 'whenOnItsWay'>;
  /** Takes care of what a session downloads. */
  readonly guardDownloads: (ownerOf: OwnerOf, session: Session) => void;
  /** What is wrong with the certificate at an address, where the person may say. */
  readonly refusedAt: (url: string) => RefusedCertificate | undefined;
  readonly refuse: (serviceId: ServiceId, reason: string) => void;
  readonly connectWorkers: (serviceId: ServiceId, contents: WebContents, session: Session) => void;
  readonly newId: () => string;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly log: Log;
}

interface PageConnector {
  /** Joins the page of a service's new view to all that listens to it and guards it, before its first load. */
  readonly connect: (service: Service, contents: WebContents, session: Session) => void;
  readonly stop: Stop;
}

/** Each of our parts listens to a page once; more than so many would be one that forgot to end. */
const LISTENERS_MAX = 30;

/** Creates what every page of a service passes once: its view's and those of its child windows. */
export function createPageConnector(deps: ConnectorDeps): PageConnector {
  const { store, pages, refuse, nowMs, log } = deps;
  const clickedAtMs = new Map<ServiceId, number>();
  const guests = createGuestWindows(deps);
  const openers = new Map<ServiceId, (address: string) => boolean>();
  const stops = [
    guests.stop,
    store.onAction('notification-clicked', ({ notificationId }, _after, before) => {
      const clicked = selectNotification(before, notificationId);
      if (clicked !== undefined) clickedAtMs.set(clicked.serviceId, nowMs());
    }),
    store.onAction('link-here-requested', ({ serviceId, address }) => {
      const isHere = openers.get(serviceId)?.(address);
      const asked = isHere === undefined ? undefined : toAsked(address, isHere);
      if (asked !== undefined) store.dispatch(asked);
    }),
  ];

  /** The part that a view and its child windows share. */
  const connectPage = (
    serviceId: ServiceId,
    contents: WebContents,
    role: 'view' | 'window',
    isSeen: () => boolean,
  ) => {
    contents.setMaxListeners(LISTENERS_MAX);
    pages.add(serviceId, contents, role);
    listenForKeys(store, contents, deps.platform, { serviceId });
    return gateDialogs(
      // Electron's overloads of `on` do not name its own events.
      contents as unknown as DialogPort,
      { isWelcome: isSeen, refuse: (reason) => refuse(serviceId, reason), nowMs, log },
    );
  };

  const connect = ({ id: serviceId, recipeId }: Service, contents: WebContents, session: Session): void => {
    // One that stands beside the page in which the person types must not take the keyboard from them.
    const dialogs = connectPage(serviceId, contents, 'view', () => isInFront(store.getState(), serviceId));
    deps.connectWorkers(serviceId, contents, session);
    reportViewEvents(serviceId, contents, {
      ...deps,
      refuse: (reason) => refuse(serviceId, reason),
      isExpectedToAnswer: () => isOnScreen(store.getState(), serviceId) && !dialogs.isOpen(),
    });
    watchSiteIcon(serviceId, contents, session, deps);
    const linkFacts = () => toLinkFacts(store.getState(), serviceId);
    const openHere = guardNavigation(contents, {
      serviceOf: () => selectService(store.getState(), serviceId),
      hostsOf: deps.hostsOf,
      decideLink: (address) => decideLink(address, linkFacts()),
      decideOwnLink: (address) => decideOwnLink(address, linkFacts()),
      openExternal: deps.openExternal,
      browser: () => browserOf(store.getState().persisted.services, serviceId),
      openInService: (toId, url) => openInService(store, toId, url),
      makeGuest: () => guests.make(serviceId),
      whenOnItsWay: () => deps.sessions.whenOnItsWay(serviceId),
      tellFollowed: (address, decision) => {
        const followed = toFollowed(address, decision);
        if (followed !== undefined) store.dispatch(followed);
      },
      childOptions: (features, isGuest) =>
        isGuest
          ? guests.optionsOf(serviceId, features)
          : toChildOptions(
              session,
              pagePreferences(session, deps.preloadFile, recipeId),
              features,
              screen.getPrimaryDisplay().workAreaSize,
            ),
      connectChild: (window) => {
        titleChild(window);
        connectPage(serviceId, window.webContents, 'window', () => window.isFocused());
      },
      notificationClickedAtMs: () => clickedAtMs.get(serviceId) ?? Number.NEGATIVE_INFINITY,
      refuse: (reason) => refuse(serviceId, reason),
      tellRefused: (scheme) =>
        store.dispatch({
          kind: 'notice-shown',
          notice: {
            kind: 'link-refused',
            id: `link-refused-${serviceId}`,
            scheme: scheme.slice(0, SCHEME_MAX),
          },
        }),
      nowMs,
    });
    openers.set(serviceId, openHere);
    contents.on('destroyed', () => {
      if (openers.get(serviceId) === openHere) openers.delete(serviceId);
    });
  };
  return { connect, stop: () => stops.forEach((stop) => stop()) };
}
