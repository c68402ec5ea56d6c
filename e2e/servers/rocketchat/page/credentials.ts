import type { ClientConfig } from '../client-config.js';

export interface Login {
  readonly id: string;
  readonly token: string;
  readonly tokenExpires: Date;
}

/** Keeps a login where Meteor and Rocket.Chat keep it. */
export interface Credentials {
  readonly storage: Storage;
  token(): string | undefined;
  keep(login: Login): void;
  forget(): void;
}

export function createCredentials({ keys, tokenStorage }: ClientConfig): Credentials {
  const storage = tokenStorage === 'session' ? sessionStorage : localStorage;
  const cookie = (name: string, value: string, more = '') => {
    const secure = location.protocol === 'https:' ? '; secure' : '';
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; SameSite=Lax${secure}${more}`;
  };
  return {
    storage,
    token: () => storage.getItem(keys.token) ?? undefined,
    keep: ({ id, token, tokenExpires }) => {
      storage.setItem(keys.userId, id);
      storage.setItem(keys.token, token);
      storage.setItem(keys.expires, String(tokenExpires));
      cookie('rc_uid', id);
      cookie('rc_token', token);
    },
    forget: () => {
      for (const key of Object.values(keys)) storage.removeItem(key);
      for (const name of ['rc_uid', 'rc_token']) cookie(name, '', '; max-age=0');
    },
  };
}
