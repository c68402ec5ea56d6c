import * as fc from 'fast-check';
import { english } from '../model/language';
import type { Action, ActionKind, ActionOf } from './actions';
import { broughtActions } from './brought-actions.test-support';
import { downloadActions, inPageActions } from './download-actions.test-support';
import { shareActions } from './share-actions.test-support';
import { inboxActions } from './inbox-actions.test-support';
import { policyActions, someNotification as notification } from './policy-actions.test-support';
import { moveActions } from './move-actions.test-support';
import { ownWindowActions } from './own-window-actions.test-support';
import { splitActions } from './split-actions.test-support';
import { listeningActions } from './listening-actions.test-support';
import { linkActions } from './link-actions.test-support';
import { lockActions } from './lock-actions.test-support';
import { sleepActions } from './sleep-actions.test-support';
import { trustActions } from './trust-actions.test-support';
import { fullScreenActions, outsideActions } from './outside-actions.test-support';
import { tweakActions } from './tweak-actions.test-support';
import { viewActions } from './view-actions.test-support';
import { workspaceActions } from './workspace-actions.test-support';

const serviceId = fc.constantFrom('s1', 's2', 's3', 's4');
const [text, flag] = [fc.string({ maxLength: 12 }), fc.boolean()];
const timeMs = fc.nat(1_000_000);
const pixels = fc.integer({ min: -500, max: 4000 });
const rect = fc.record({ x: pixels, y: pixels, width: pixels, height: pixels });
const [senderKey, pageId] = [fc.constantFrom('doc1', 'doc2'), fc.constantFrom('p1', 'p2', 'p3')];
const notificationId = fc.nat(40).map((number) => `n${number}`);
const promptId = fc.nat(9).map((number) => `q${number}`);
const origin = fc.constantFrom('https://a.example', 'https://b.example');
const permission = fc.constantFrom('camera' as const, 'notifications' as const);
const icon = fc.constantFrom(
  { kind: 'recipe' } as const,
  { kind: 'site' } as const,
  { kind: 'chosen', dataUrl: 'data:image/png;base64,AA==' } as const,
);
const service = fc.record({
  id: serviceId,
  recipeId: fc.constantFrom('zulip', 'unheard-of'),
  name: fc.constantFrom('Work', 'Home'),
  url: fc.constant('https://chat.example.org/'),
  icon,
  enabled: flag,
  countInTotal: flag,
  keepText: flag,
  muteThere: fc.constantFrom('ask' as const, 'here' as const, 'there' as const),
  sleepMode: fc.constantFrom('auto' as const, 'awake' as const, 'asleep-at-start' as const),
  listen: fc.constantFrom('ask' as const, 'yes' as const, 'no' as const),
  ownNames: fc.constant([]),
  zoomPercent: fc.constant(100),
  ownKeys: fc.constant([]),
  permissions: fc.constant([]),
  addedAtMs: timeMs,
});
const prompt = fc.record({
  kind: fc.constant('permission' as const),
  id: promptId,
  serviceId,
  origin,
  permission,
});
const notice = fc.record({
  kind: fc.constant('link-refused' as const),
  id: fc.nat(8).map((number) => `l${number}`),
  scheme: text,
});
const settings = fc.record(
  {
    theme: fc.constantFrom('system' as const, 'dark' as const),
    closeToTray: flag,
    busyPerHour: fc.constantFrom(null, 2, 30),
  },
  { requiredKeys: [] },
);

/** What each kind of action carries; the compiler asks for every kind. */
const carried: { readonly [K in ActionKind]: fc.Arbitrary<Omit<ActionOf<K>, 'kind'>> } = {
  'service-added': fc.record({ service }),
  ...broughtActions(service, serviceId),
  'service-renamed': fc.record({ serviceId, name: text }),
  'service-icon-chosen': fc.record({ serviceId, icon }),
  'service-moved': fc.record({ serviceId, toIndex: fc.double() }),
  'service-enabled-set': fc.record({ serviceId, enabled: flag }),
  'service-count-set': fc.record({ serviceId, countInTotal: flag }),
  ...downloadActions,
  ...inPageActions,
  ...shareActions,
  'service-text-kept-set': fc.record({ serviceId, keepText: flag }),
  'service-mute-there-set': fc.record({
    serviceId,
    muteThere: fc.constantFrom('here' as const, 'there' as const),
  }),
  'service-own-names-set': fc.record({ serviceId, ownNames: fc.array(text) }),
  'service-storage-set': fc.record({
    serviceId,
    withId: fc.option(serviceId),
    freshId: fc.constantFrom('s1', 'fresh1', 'fresh2'),
  }),
  'service-removed': fc.record({ serviceId }),
  'service-removal-undone': fc.record({ serviceId }),
  'service-removal-final': fc.record({ serviceId }),
  'service-activated': fc.record({ serviceId }),
  'permission-decided': fc.record({
    serviceId,
    origin,
    permission,
    decision: fc.constantFrom('allow' as const, 'deny' as const),
    decidedAtMs: fc.nat(3),
  }),
  'permission-revoked': fc.record({ serviceId, origin, permission }),
  ...viewActions,
  'notification-requested': fc.record({ notification, isOverRate: flag, nowMs: timeMs }),
  'notification-withdrawn': fc.record({ serviceId, senderKey, pageId }),
  'notification-clicked': fc.record({ notificationId }),
  'notification-dismissed': fc.record({ notificationId }),
  'notification-failed': fc.record({ notificationId, reason: text }),
  'notification-acted': fc.record({
    notificationId,
    action: fc.constantFrom('mute' as const, 'mute-hour' as const),
    nowMs: timeMs,
  }),
  ...policyActions,
  ...inboxActions,
  'service-focus-requested': fc.record({ serviceId }),
  ...trustActions,
  ...tweakActions,
  ...moveActions,
  ...ownWindowActions,
  ...splitActions,
  ...sleepActions,
  ...listeningActions,
  ...lockActions,
  ...linkActions,
  ...workspaceActions,
  'prompt-opened': fc.record({ prompt }),
  'prompt-closed': fc.record({ promptId }),
  'page-shown': fc.record({ page: fc.constantFrom('service' as const, 'add-service' as const) }),
  'overlay-changed': fc.record({ open: flag }),
  'settings-changed': fc.record({ settings }),
  'window-placed': fc.record({ place: fc.record({ bounds: fc.option(rect), maximized: flag }) }),
  'window-changed': fc.record({ window: fc.record({ content: rect, visible: flag, focused: flag }) }),
  'window-show-requested': fc.constant({}),
  'keyboard-move-requested': fc.record({ to: fc.constantFrom('shell' as const, 'page' as const) }),
  ...outsideActions,
  ...fullScreenActions,
  'shell-painted': fc.constant({}),
  'network-changed': fc.record({ online: flag }),
  'tray-availability-changed': fc.record({ available: flag }),
  'system-theme-changed': fc.record({ dark: flag }),
  'notice-shown': fc.record({ notice }),
  'notice-dismissed': fc.record({
    noticeId: fc.oneof(
      notice.map(({ id }) => id),
      fc.constant('removed-s1'),
    ),
  }),
  'system-resumed': fc.constant({}),
  'language-changed': fc.record({ language: fc.constant(english) }),
  'quit-requested': fc.constant({}),
};
const kinds = Object.keys(carried) as ActionKind[];
const busy = [
  'service-added',
  'service-removed',
  'service-removal-undone',
  'notification-requested',
  'prompt-opened',
  'notice-shown',
  'unread-reported',
  'rule-set',
  'temporary-rule-set',
  'focus-begun',
  'workspace-added',
  'workspace-activated',
] as const;
const action: fc.Arbitrary<Action> = fc.oneof(
  // More of what makes and unmakes things, so that the rest has something to act on.
  ...[...kinds, ...Array.from({ length: 6 }, () => busy).flat()].map((kind) =>
    carried[kind].map((rest) => Object.assign(rest, { kind }) as Action),
  ),
);

/** Many actions of all kinds, one after the other. */
export const actionList = fc.array(action, { maxLength: 60, size: 'max' });
