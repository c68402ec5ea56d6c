import type { AdapterState, Connection, ServerInfo } from '../model/adapter';
import type { Channel } from '../model/channel';
import { noDevicesKnown, type KnownDevices } from '../model/devices';
import { notListening, type Listening } from '../model/listening';
import type { LoadFailure } from '../model/failure';
import type { Persisted } from '../model/persisted';
import type { AskedMute } from '../model/server-mute';
import type { Service } from '../model/service';
import type { Share } from '../model/share';
import { type BusyReason } from '../model/sleep';
import type { UnreadReports } from '../model/unread';

/** Where a service's page stands. `attempt` counts failures in a row; the next try is due at `retryAtMs`. */
export type LoadState =
  | { readonly kind: 'waiting' }
  /** It has no page, so that it takes no memory, until it is wanted. */
  | { readonly kind: 'asleep'; readonly sinceMs: number }
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'failed';
      readonly failure: LoadFailure;
      readonly attempt: number;
      readonly retryAtMs: number;
    }
  | {
      readonly kind: 'crashed';
      readonly reason: string;
      readonly attempt: number;
      readonly retryAtMs: number;
    }
  | { readonly kind: 'hung'; readonly attempt: number };

/** What is known of a service while the app runs. */
export interface ServiceSession {
  readonly load: LoadState;
  /** Failures and crashes in a row; back to 0 when a page has stayed up. */
  readonly attempt: number;
  readonly title: string;
  readonly reports: UnreadReports;
  /** Grows when the site's icon file changed, so that the shell asks for it anew; 0 while there is none. */
  readonly siteIconVersion: number;
  /** Messages of this page that were refused since it was added or reloaded. */
  readonly refusedCount: number;
  readonly refusedReason: string | undefined;
  readonly canGoBack: boolean;
  /** A page of it uses microphone, camera or screen. */
  readonly capturing: boolean;
  /** What of that pages say: a camera, a microphone. */
  readonly camera: boolean;
  readonly microphone: boolean;
  /** The devices there are, as a page that used one said last. */
  readonly devices: KnownDevices;
  /** What of the screen its pages were given and may still see. */
  readonly shares: readonly Share[];
  /** Why its page must not be closed now, calls aside. */
  readonly busy: readonly BusyReason[];
  /** Its page was loaded anew then, for it took so much memory. */
  readonly outgrown: { readonly atMs: number; readonly bytes: number } | undefined;
  /** Number of the picture of what the person saw of it last; 0 while there is none. */
  readonly stillVersion: number;
  readonly adapter: AdapterState;
  /** What the service's adapter last said of its channels, also on an earlier page; undefined while none has. */
  readonly channels: readonly Channel[] | undefined;
  /** The one of them that the present page shows. */
  readonly openChannelId: string | undefined;
  /** How it is heard while it has no page. */
  readonly listening: Listening;
  /** There is something it can be listened to with. */
  readonly canSignIn: boolean;
  /** What the person goes by there, as a listener knows. */
  readonly heardNames: readonly string[];
  /** Since when its page is there and not looked at; undefined while it is, or there is none. */
  readonly unseenSinceMs: number | undefined;
  /** The person wants it to sleep. */
  readonly isSleepAsked: boolean;
  /** It is being made ready for sleep. */
  readonly isDozing: boolean;
  /** Its page is there for a look at what is unread, since then. */
  readonly checkingSinceMs: number | undefined;
  /** That look has seen what there was to see. */
  readonly isChecked: boolean;
  /** When what is unread in it was last looked at, though nobody hears it now. */
  readonly checkedAtMs: number | undefined;
  /** What the server is being asked to mute or not to. */
  readonly askedMutes: readonly AskedMute[];
  /** How the page reaches its server, and since when; undefined where nothing says. */
  readonly connection: { readonly kind: Connection; readonly sinceMs: number } | undefined;
  /** What the adapter knows of the server. */
  readonly server: ServerInfo | undefined;
  /** When the last messages of each channel came, by channel, oldest first; none older than an hour. */
  readonly traffic: Readonly<Record<string, readonly number[]>>;
}

export const newServiceSession: ServiceSession = {
  load: { kind: 'waiting' },
  attempt: 0,
  title: '',
  reports: {},
  siteIconVersion: 0,
  refusedCount: 0,
  refusedReason: undefined,
  canGoBack: false,
  capturing: false,
  camera: false,
  microphone: false,
  devices: noDevicesKnown,
  shares: [],
  busy: [],
  outgrown: undefined,
  stillVersion: 0,
  adapter: { kind: 'silent' },
  channels: undefined,
  openChannelId: undefined,
  listening: notListening,
  canSignIn: false,
  heardNames: [],
  unseenSinceMs: undefined,
  isSleepAsked: false,
  isDozing: false,
  checkingSinceMs: undefined,
  isChecked: false,
  checkedAtMs: undefined,
  askedMutes: [],
  connection: undefined,
  server: undefined,
  traffic: {},
};

/** What sleeps from the start: what the person wants so, and what can be heard without its page; not the one that is up. */
export function toFirstSession(persisted: Persisted, service: Service, nowMs: number): ServiceSession {
  const canSignIn = persisted.credentials.some(({ serviceId }) => serviceId === service.id);
  const isHeard = canSignIn && service.listen === 'yes' && service.sleepMode === 'auto';
  const isActive = persisted.activeServiceId === service.id;
  const sleeps = service.enabled && !isActive && (isHeard || service.sleepMode === 'asleep-at-start');
  const load = sleeps ? ({ kind: 'asleep', sinceMs: nowMs } as const) : newServiceSession.load;
  return { ...newServiceSession, canSignIn, load };
}
