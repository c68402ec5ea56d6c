import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageFolder, SERVERS_FOLDER } from '../lib/packages.js';

type Answer = Readonly<Record<string, unknown>>;
type Call = (params: object) => Promise<Answer>;

/** What of `zulip-js` is used here. */
export interface Sdk {
  readonly config: { readonly apiKey: string };
  callEndpoint(endpoint: string, method: string, params: object): Promise<Answer>;
  readonly server: { readonly settings: Call };
  readonly queues: { readonly register: Call; readonly deregister: Call };
  readonly events: { readonly retrieve: Call };
  readonly messages: {
    readonly retrieve: Call;
    readonly send: Call;
    readonly update: Call;
    readonly getById: Call;
    readonly deleteById: Call;
    readonly flags: { readonly add: Call; readonly remove: Call };
  };
  readonly streams: {
    readonly retrieve: Call;
    readonly getStreamId: (name: string) => Promise<Answer>;
    readonly subscriptions: { readonly retrieve: Call };
    readonly topics: { readonly retrieve: Call };
  };
  readonly users: {
    readonly retrieve: Call;
    readonly me: {
      readonly getProfile: () => Promise<Answer>;
      readonly subscriptions: { readonly add: Call; readonly remove: Call };
    };
  };
  /** Calls back for every event from now on, for as long as the process lives. */
  callOnEachEvent(hear: (event: Answer) => void, types?: readonly string[]): Promise<void>;
}

/** Signs the vendor's own client in, with the password of the seed unless told otherwise. */
export function signInSdk(url: string, short: string, password = `${short}-pw`): Promise<Sdk> {
  packageFolder('zulip-js');
  const zulip = createRequire(join(SERVERS_FOLDER, 'package.json'))('zulip-js') as (
    config: object,
  ) => Promise<Sdk>;
  return zulip({ realm: url, username: `${short}@zulip.test`, password });
}
