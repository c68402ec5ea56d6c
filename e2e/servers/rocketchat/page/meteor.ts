import { type Client, preference } from './client.js';

/** Gives the page `window.require`, with the modules a desktop reads (contracts.md §1.2). */
export function provideRequire(client: Client): void {
  const { config } = client;
  const hasDesktop = Reflect.has(window, 'RocketChatDesktop');
  const modules = modulesOf(client, hasDesktop || !config.shimsForDesktop);
  const provide = () =>
    Reflect.set(window, 'require', (id: string): unknown => {
      const found = modules.get(id);
      if (found === undefined) throw new Error(`Cannot find module '${id}'`);
      return found;
    });
  if (config.requireDelayMs === 0) provide();
  else setTimeout(provide, config.requireDelayMs);
}

function modulesOf(client: Client, hasOldModules: boolean): ReadonlyMap<string, unknown> {
  const { config, tracker, credentials, user, settings, unread } = client;
  const { version, commit, modules } = config;
  const session = new Map<string, unknown>();
  const Meteor = {
    absoluteUrl: (path = '') => new URL(path.replace(/^\//, ''), config.siteUrl).href,
    userId: () => user.get()?._id ?? null,
    gitCommitHash: commit,
    _localStorage: credentials.storage,
    call: (method: string, ...params: readonly unknown[]) => void client.ddp().call(method, ...params),
  };
  const Session = {
    get: (key: string) => (key === 'unread' && config.hasSessionUnread ? unread.get() : session.get(key)),
    set: (key: string, value: unknown) => void session.set(key, value),
  };
  const UserPresence = { awayTime: 300_000, start: () => undefined };
  const getUserPreference = (_user: unknown, name: string) => preference(client, name);
  const old: readonly (readonly [string, unknown])[] = [
    [modules.presence, { UserPresence }],
    [modules.settings, { settings: { get: (id: string) => settings.get().get(id) } }],
  ];
  return new Map<string, unknown>([
    ['/app/utils/rocketchat.info', { Info: { version, commit: { hash: commit } } }],
    ['meteor/meteor', { Meteor }],
    ['meteor/session', { Session }],
    ['meteor/tracker', { Tracker: { autorun: tracker.autorun } }],
    [modules.utils, { getUserPreference }],
    ...(hasOldModules ? old : []),
  ]);
}
