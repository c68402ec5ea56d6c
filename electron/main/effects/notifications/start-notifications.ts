import type { PageNotification } from '../../../core/model/notification';
import { toDesktopBody } from '../../../core/decide/to-desktop-body';
import type { Service } from '../../../core/model/service';
import type { NotificationAct } from '../../../core/state/actions';
import type { FocusSummary } from '../../../core/state/app-state';
import { selectService } from '../../../core/state/selectors';
import { isLocked } from '../../../core/state/veil';
import type { Picture } from '../../icons/picture';
import type { AppStore, Stop } from '../../store/app-store';
import { isReplacing, isSameOfPage, type PageEvent, type Presenter, type PresenterEvents } from './presenter';

export interface NotificationsPort {
  readonly createPresenter: (events: PresenterEvents) => Presenter;
  /** Gives at once what picture there is: the page's own when it is at hand, else the service's. */
  readonly pictureOf: (service: Service, iconUrl: string | undefined) => Picture | undefined;
  /** What can be picked on a notification, beside opening it. */
  readonly actionsOf: (
    notification: PageNotification,
    service: Service,
  ) => readonly { readonly id: NotificationAct; readonly label: string }[];
  readonly nowMs: () => number;
  /** Tells the page (or its worker) what became of its notification. */
  readonly sendToPage: (notification: PageNotification, event: PageEvent) => void;
}

const isAct = (action: string): action is NotificationAct => action === 'mute-hour' || action === 'mute';

/** Makes the notifications on the desktop match those in the state, and dispatches what the person does with them. */
export function startNotifications(store: AppStore, port: NotificationsPort): Stop {
  const live = new Map<string, PageNotification>();
  const ends = new Map<string, 'click' | 'error'>();
  const tell = (notification: PageNotification, event: PageEvent): void => {
    if (notification.pageId !== '') port.sendToPage(notification, event);
  };

  /** The one of Foyer's own. */
  const own: { id: string | undefined } = { id: undefined };
  const isSummary = (id: string): boolean => own.id === id;

  const presenter = port.createPresenter({
    shown: (id) => {
      const notification = live.get(id);
      if (notification !== undefined) tell(notification, 'show');
    },
    clicked: (id) =>
      store.dispatch(
        isSummary(id) ? { kind: 'summary-clicked' } : { kind: 'notification-clicked', notificationId: id },
      ),
    acted: (notificationId, action) => {
      if (isAct(action))
        store.dispatch({ kind: 'notification-acted', notificationId, action, nowMs: port.nowMs() });
    },
    dismissed: (id) =>
      store.dispatch(
        isSummary(id)
          ? { kind: 'summary-dismissed' }
          : { kind: 'notification-dismissed', notificationId: id },
      ),
    failed: (id, reason) =>
      store.dispatch(
        isSummary(id)
          ? { kind: 'summary-dismissed' }
          : { kind: 'notification-failed', notificationId: id, reason },
      ),
  });

  // How one ended is known only after the state has changed: listeners for actions come after watchers. Not a microtask:
  // what other listeners call of Electron runs those before we are heard.
  const tellEnds = (gone: readonly PageNotification[]): void =>
    void setImmediate(() => {
      for (const one of gone) {
        const end = ends.get(one.id);
        ends.delete(one.id);
        if (end !== undefined) tell(one, end);
        if (end !== 'error') tell(one, 'close');
      }
    });

  const show = (added: PageNotification, replaced: PageNotification | undefined): void => {
    const service = selectService(store.getState(), added.serviceId);
    if (service === undefined) return;
    const isNamed = added.isWhileLocked !== true;
    presenter.show(
      {
        id: added.id,
        title: added.title,
        body: toDesktopBody(added.body),
        serviceName: isNamed ? service.name : undefined,
        picture: isNamed ? port.pictureOf(service, added.iconUrl) : undefined,
        isQuiet: added.silent || (replaced !== undefined && !added.renotify),
        isLasting: added.requireInteraction,
        actions: isNamed ? port.actionsOf(added, service) : [],
      },
      replaced?.id,
    );
  };

  const render = (wanted: readonly PageNotification[]): void => {
    const ids = new Set(wanted.map((one) => one.id));
    const gone = [...live.values()].filter((one) => !ids.has(one.id));
    const added = wanted.filter((one) => !live.has(one.id));
    live.clear();
    for (const one of wanted) live.set(one.id, one);

    const replaced = new Set<PageNotification>();
    for (const one of added) {
      const older = gone.find((candidate) => !replaced.has(candidate) && isReplacing(one, candidate));
      if (older !== undefined) replaced.add(older);
      show(one, older);
    }
    for (const one of gone) if (!replaced.has(one)) presenter.close(one.id);
    tellEnds(gone.filter((one) => !added.some((newer) => isSameOfPage(newer, one))));
  };

  const renderSummary = (summary: FocusSummary | undefined): void => {
    const olderId = own.id;
    own.id = summary?.id;
    if (summary === undefined) {
      if (olderId !== undefined) presenter.close(olderId);
      return;
    }
    const { id, title, body } = summary;
    const common = { serviceName: undefined, picture: undefined, actions: [] };
    presenter.show({ id, title, body, ...common, isQuiet: true, isLasting: false }, olderId);
  };

  const stops = [
    store.watch((state) => state.session.notifications, render),
    store.watch((state) => state.session.summary, renderSummary),
    store.onAction('notification-clicked', ({ notificationId }, after, before) => {
      // While it is locked nobody has gone anywhere.
      if (before.session.notifications !== after.session.notifications && !isLocked(after))
        ends.set(notificationId, 'click');
    }),
    store.onAction('notification-failed', ({ notificationId }, after, before) => {
      if (before.session.notifications !== after.session.notifications) ends.set(notificationId, 'error');
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    for (const id of [...live.keys(), ...(own.id === undefined ? [] : [own.id])]) presenter.close(id);
    presenter.stop();
  };
}
