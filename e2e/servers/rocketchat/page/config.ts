import type { ClientConfig } from '../client-config.js';

/** What the server wrote into the page. */
export function readConfig(): ClientConfig {
  const { client } = Reflect.get(window, '__meteor_runtime_config__') as { readonly client: ClientConfig };
  return client;
}
