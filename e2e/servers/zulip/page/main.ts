import { applyEvents } from './apply.js';
import { bridgeOf } from './bridge.js';
import { startEvents } from './events.js';
import { hashNear } from './hash.js';
import { createModel } from './model.js';
import { startNotifications } from './notify.js';
import { createTitle } from './title.js';
import type { Model } from './types.js';
import { createView } from './view.js';

start();

function start(): void {
  const element = document.querySelector<HTMLElement>('#page-params');
  const params = JSON.parse(element?.dataset['params'] ?? '{}') as Record<string, never>;
  element?.remove();
  const state = params['state_data'] as unknown as Parameters<typeof createModel>[0] & {
    readonly queue_id: string;
    readonly realm_icon_url: string;
    readonly event_queue_longpoll_timeout_seconds: number;
  };
  Object.assign(params, { state_data: null });
  const model = createModel(state);
  const view = createView(model);
  const title = createTitle(model);
  const notifications = startNotifications(model, (message) => {
    location.hash = hashNear(model, message);
  });
  const redraw = (): void => {
    view.draw();
    title();
  };
  if (params['exposes_test'] !== false) exposeTest(model, params);
  startDesktop(model, state.realm_icon_url);
  window.addEventListener('hashchange', () => {
    title();
    void view.follow();
  });
  if (location.hash === '') history.replaceState(null, '', '#inbox');
  redraw();
  void view.follow();
  startEvents({
    queueId: state.queue_id,
    timeoutMs: state.event_queue_longpoll_timeout_seconds * 1000,
    retryMs: (params['retry_ms'] as number | undefined) ?? 1000,
    loginPage: '/login/',
    onEvents: (events) => {
      const fresh = applyEvents(model, events);
      // The vendor too stores all messages before it notifies the first.
      notifications.received(fresh);
      redraw();
    },
  });
  if ('Notification' in window) void Notification.requestPermission();
  document.querySelector('#app-loading')?.classList.add('loaded');
}

/** What the web client leaves at `window.zulip_test`, in every build. */
function exposeTest(model: Model, page_params: object): void {
  const zulip_test = {
    page_params,
    current_user: { user_id: model.userId, full_name: model.fullName },
    realm: { realm_name: model.realmName },
    user_settings: model.settings,
    get_message: (id: number) => model.messages.get(id),
    get_stream_id: (name: string) => [...model.streams.values()].find((one) => one.name === name)?.stream_id,
    get_person_by_user_id: (id: number) => model.users.get(id),
  };
  Object.assign(window, { zulip_test });
}

function startDesktop(model: Model, iconUrl: string): void {
  const bridge = bridgeOf();
  if (bridge === undefined) return;
  bridge.send_event('realm_name', model.realmName);
  bridge.send_event('realm_icon_url', iconUrl);
  bridge.set_send_notification_reply_message_supported?.(true);
  bridge.on_event('logout', () => document.querySelector<HTMLFormElement>('#logout_form')?.submit());
  bridge.on_event('show-notification-settings', () => (location.hash = '#settings/notifications'));
  bridge.on_event('show-keyboard-shortcuts', () => (location.hash = '#keyboard-shortcuts'));
}
