import type { Download } from './model/download';
import type { Channel } from './model/channel';
import type { Message } from './model/message';
import type { PageNotification } from './model/notification';
import { emptyPersisted, type Persisted } from './model/persisted';
import { newService, type Service } from './model/service';
import { createInitialState, type AppState } from './state/app-state';

/** Gives a service for tests, as adding it would have made it, named after its id. */
export const aService = (id = 'a', changes: Partial<Service> = {}): Service => ({
  ...newService({
    id,
    recipeId: 'website',
    name: id,
    url: `https://${id}.test/`,
    icon: { kind: 'recipe' },
    addedAtMs: 0,
  }),
  ...changes,
});

/** Gives a channel for tests: public, read, called after its id. */
export const aChannel = (id: string, changes: Partial<Channel> = {}): Channel => ({
  id,
  name: id,
  kind: 'public',
  unread: 0,
  mentions: 0,
  muted: false,
  favourite: false,
  lastActivityMs: undefined,
  ...changes,
});

/** Gives a download for tests: of service `a`, under way. */
export const aDownload = (id: string, changes: Partial<Download> = {}): Download => ({
  id,
  serviceId: 'a',
  fileName: `${id}.txt`,
  path: `/d/${id}.txt`,
  sizeBytes: 1000,
  startedAtMs: 0,
  endedAtMs: null,
  state: 'under-way',
  isPaused: false,
  failure: null,
  isRisky: false,
  source: { urlChain: ['https://a.test/f'], mimeType: '', eTag: '"1"', lastModified: '' },
  ...changes,
});

/** Gives what a notification tells, for tests: nothing but its service. */
export const aMessage = (changes: Partial<Message> = {}): Message => ({
  serviceId: 'a',
  channel: undefined,
  sender: undefined,
  mention: 'unknown',
  isThreadReply: false,
  text: 'Title\nBody',
  ...changes,
});

/** Gives a notification for tests, as a page of service `a` would have asked for it. */
export const aNotification = (id: string, changes: Partial<PageNotification> = {}): PageNotification => ({
  id,
  serviceId: 'a',
  message: aMessage({ serviceId: changes.serviceId ?? 'a' }),
  pageId: `page-${id}`,
  senderKey: 'doc1',
  title: `Title ${id}`,
  body: 'Body',
  iconUrl: undefined,
  tag: '',
  silent: false,
  renotify: false,
  requireInteraction: false,
  origin: 'page',
  shownAtMs: 0,
  ...changes,
});

/** Gives the state at a start with these services, the first of them active; `changes` to what is kept come last. */
export const aState = (services: readonly Service[] = [], changes: Partial<Persisted> = {}): AppState =>
  createInitialState({
    ...emptyPersisted,
    services,
    activeServiceId: services[0]?.id ?? null,
    ...changes,
  });

/** Gives what asks for a notification, at a moment. */
export const requested = (notification: PageNotification, nowMs = 0, isOverRate = false) =>
  ({ kind: 'notification-requested', notification, isOverRate, nowMs }) as const;
