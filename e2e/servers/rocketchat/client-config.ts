import { isAtLeast } from './versions.js';

/** How the web client of a version behaves towards a desktop; a test may ask for something else. */
export interface ClientConfig {
  readonly version: string;
  readonly siteUrl: string;
  /** `` or `/chat`. */
  readonly rootPath: string;
  readonly commit: string;
  readonly modules: ModulePaths;
  readonly keys: CredentialKeys;
  /** Where login tokens are kept. */
  readonly tokenStorage: 'local' | 'session';
  /** How long after its scripts the page has `window.require`; real ones have it late on slow lines. */
  readonly requireDelayMs: number;
  /** `Session.get('unread')` of Meteor is kept. */
  readonly hasSessionUnread: boolean;
  /** One event for each subscription at every change, not only for those that changed. */
  readonly firesEverySubscription: boolean;
  /** Old modules are only there where `RocketChatDesktop` was before the page's scripts. */
  readonly shimsForDesktop: boolean;
  readonly hasRouteNavigation: boolean;
  readonly hasUserRoles: boolean;
  /** Leaves it to a desktop to say whether the person is there (`RC:apps/meteor/client/lib/userPresence.ts`, 2026). */
  readonly leavesPresence: boolean;
  /** A click on a notification without the room's name leads nowhere. */
  readonly needsNameToOpen: boolean;
  /** How long a page waits before it connects again, in ms; doubled each time, up to 30 s. */
  readonly reconnectMs: number;
}

/** What of it a test may choose. */
export type ClientBehaviour = Partial<
  Omit<ClientConfig, 'version' | 'siteUrl' | 'rootPath' | 'commit' | 'modules' | 'keys'>
>;

/** The web client of that version. */
export function clientConfig(
  version: string,
  siteUrl: string,
  rootPath: string,
  chosen: ClientBehaviour = {},
): ClientConfig {
  return {
    version,
    siteUrl,
    rootPath,
    commit: 'c0ffee',
    modules: modulePaths(version),
    keys: credentialKeys(rootPath),
    tokenStorage: 'local',
    requireDelayMs: 0,
    hasSessionUnread: !isAtLeast(version, '7.8.0'),
    firesEverySubscription: !isAtLeast(version, '8.0.0'),
    shimsForDesktop: isAtLeast(version, '7.0.0'),
    hasRouteNavigation: isAtLeast(version, '8.0.0'),
    hasUserRoles: isAtLeast(version, '8.0.0'),
    leavesPresence: isAtLeast(version, '8.0.0'),
    needsNameToOpen: !isAtLeast(version, '7.0.0'),
    reconnectMs: 500,
    ...chosen,
  };
}

/** Under which names a desktop asks `window.require` for what moved from version to version. */
export interface ModulePaths {
  readonly settings: string;
  readonly utils: string;
  readonly presence: string;
}

const modulePaths = (version: string): ModulePaths => ({
  settings: isAtLeast(version, '5.0.0') ? '/app/settings/client/index.ts' : '/app/settings',
  utils: isAtLeast(version, '5.0.0') ? '/app/utils/client/index.ts' : '/app/utils',
  presence: isAtLeast(version, '6.3.0') ? 'meteor/rocketchat:user-presence' : 'meteor/konecty:user-presence',
});

/** The names under which a login is kept. */
export interface CredentialKeys {
  readonly userId: string;
  readonly token: string;
  readonly expires: string;
}

/** Meteor puts its address, which is `/`, and the root into them where there is a root (`accounts_client.js`). */
export function credentialKeys(rootPath: string): CredentialKeys {
  const suffix = rootPath === '' ? '' : `:/:${rootPath}`;
  return {
    userId: `Meteor.userId${suffix}`,
    token: `Meteor.loginToken${suffix}`,
    expires: `Meteor.loginTokenExpires${suffix}`,
  };
}
