import type { PermissionName, Service } from '../model/service';
import { isOwnSite, type RecipeHosts } from './decide-navigation';

/** What becomes of a permission a page asks for. */
export type PermissionDecision =
  | { readonly kind: 'allow'; readonly reason: 'remembered' | 'harmless' | 'own-notifications' }
  | { readonly kind: 'deny'; readonly reason: 'remembered' | 'never' | 'foreign-frame' | 'not-secure' }
  | { readonly kind: 'ask'; readonly permission: PermissionName };

/** How Foyer treats a permission as Electron names it. */
type Treatment =
  | { readonly kind: 'harmless' }
  | { readonly kind: 'never' }
  | { readonly kind: 'ask'; readonly permission: PermissionName };

const ask = (permission: PermissionName): Treatment => ({ kind: 'ask', permission });
const harmless: Treatment = { kind: 'harmless' };
const never: Treatment = { kind: 'never' };

/** Electron's names, 33 to 45. What is not listed is never granted. */
const treatments: Readonly<Record<string, Treatment>> = {
  'clipboard-sanitized-write': harmless,
  'persistent-storage': harmless,
  'background-sync': harmless,
  mediaKeySystem: harmless,
  fullscreen: harmless,
  pointerLock: ask('pointer-lock'),
  keyboardLock: ask('keyboard-lock'),
  'clipboard-read': ask('clipboard-read'),
  geolocation: ask('geolocation'),
  midi: ask('midi'),
  midiSysex: ask('midi'),
  'idle-detection': ask('idle-detection'),
  'storage-access': ask('storage-access'),
  'top-level-storage-access': ask('storage-access'),
  'speaker-selection': ask('speaker-selection'),
  'window-management': ask('window-management'),
  // Servers on this computer and in its network, where Chromium asks for those who come from the web.
  'local-network': never,
  'local-network-access': never,
  'loopback-network': never,
  'display-capture': never,
  openExternal: never,
  hid: never,
  serial: never,
  usb: never,
  fileSystem: never,
  'deprecated-sync-clipboard-read': never,
};

/** What a page wants, as Electron tells it. */
export interface PermissionRequest {
  /** Electron's name of the permission. */
  readonly name: string;
  /** For `media`: what is wanted; empty when it is the screen, or Electron does not say. */
  readonly mediaTypes: readonly ('audio' | 'video')[];
  /** The frame's address or origin. */
  readonly url: string;
}

/** Gives the origin a decision is remembered under; `undefined` for one that cannot be trusted to be itself. */
export function toPermissionOrigin(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, origin } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}

/** Decides a permission for a page of a service: by what is remembered, else by kind, else the person is asked. */
export function decidePermission(
  service: Pick<Service, 'url' | 'permissions'>,
  recipe: Pick<RecipeHosts, 'hosts'>,
  request: PermissionRequest,
): PermissionDecision {
  const origin = toPermissionOrigin(request.url);
  if (origin === undefined) return { kind: 'deny', reason: 'not-secure' };
  const isOwn = isOwnSite(new URL(request.url).hostname, service, recipe);
  if (request.name === 'notifications') {
    return isOwn ? { kind: 'allow', reason: 'own-notifications' } : { kind: 'deny', reason: 'foreign-frame' };
  }
  const treatment =
    request.name === 'media' && request.mediaTypes.length > 0
      ? ask(toMediaPermission(request.mediaTypes))
      : Object.hasOwn(treatments, request.name)
        ? (treatments[request.name] ?? never)
        : never;
  if (treatment.kind === 'never') return { kind: 'deny', reason: 'never' };
  if (treatment.kind === 'harmless')
    return isOwn ? { kind: 'allow', reason: 'harmless' } : { kind: 'deny', reason: 'foreign-frame' };
  const remembered = findRemembered(service, origin, treatment.permission);
  if (remembered === 'allow' && isAskedEachTime(treatment.permission)) return treatment;
  return remembered === undefined ? treatment : { kind: remembered, reason: 'remembered' };
}

/**
 * True for what takes pointer or keys from the person, and shows no sign while it does: it is allowed for one time, so that what
 * they read last is whose it is and how it ends. Chromium ends it with Esc.
 */
export const isAskedEachTime = (permission: PermissionName): boolean =>
  permission === 'pointer-lock' || permission === 'keyboard-lock';

const toMediaPermission = (types: readonly ('audio' | 'video')[]): PermissionName => {
  const hasVideo = types.includes('video');
  if (hasVideo && types.includes('audio')) return 'camera-and-microphone';
  return hasVideo ? 'camera' : 'microphone';
};

/** Camera and microphone allowed together allow each alone; allowed each alone, they allow both. */
function findRemembered(
  service: Pick<Service, 'permissions'>,
  origin: string,
  permission: PermissionName,
): 'allow' | 'deny' | undefined {
  const find = (name: PermissionName): 'allow' | 'deny' | undefined =>
    service.permissions.find((one) => one.origin === origin && one.permission === name)?.decision;
  const direct = find(permission);
  if (direct !== undefined) return direct;
  if (permission === 'camera-and-microphone') {
    return find('camera') === 'allow' && find('microphone') === 'allow' ? 'allow' : undefined;
  }
  const isPart = permission === 'camera' || permission === 'microphone';
  return isPart && find('camera-and-microphone') === 'allow' ? 'allow' : undefined;
}
