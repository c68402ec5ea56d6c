import { createHappenings, type Happenings } from '../web/happenings.js';
import { digestOf } from './chat/ids.js';
import type { DesktopNotification } from './chat/notifying.js';
import { load } from './package.js';

/** What of `@rocket.chat/api-client` is used here. */
export interface RestClient {
  get(path: string, params?: object): Promise<Readonly<Record<string, unknown>>>;
  post(path: string, params: object): Promise<Readonly<Record<string, unknown>>>;
}

/** What of `@rocket.chat/ddp-client` is used here. */
export interface Sdk {
  readonly connection: {
    readonly status: string;
    connect(): Promise<boolean>;
    close(): void;
    on(event: 'connection', listener: (status: string) => void): void;
  };
  readonly account: {
    readonly uid?: string;
    readonly user?: {
      readonly id: string;
      readonly username?: string;
      readonly token?: string;
      readonly tokenExpires?: Date;
    };
    loginWithPassword(username: string, digest: string): Promise<void>;
    loginWithToken(token: string): Promise<unknown>;
    logout(): Promise<void>;
  };
  readonly rest: RestClient;
  call(method: string, ...params: readonly unknown[]): Promise<unknown>;
  stream(name: string, key: string, listener: (...args: readonly unknown[]) => void): Stream;
}

export interface Stream {
  ready(): Promise<void>;
  stop(): void;
}

/** Connects the vendor's own client to a server, not signed in. */
export async function connectSdk(url: string): Promise<Sdk> {
  globalThis.WebSocket = webSocketOfBrowsers();
  const { DDPSDK } = load('@rocket.chat/ddp-client') as {
    readonly DDPSDK: { createAndConnect(url: string, retry: object): Promise<Sdk> };
  };
  return DDPSDK.createAndConnect(url.replace(/\/$/, ''), { retryCount: 50, retryTime: 20 });
}

/** Node 20 has no WebSocket of its own; that of `ws` throws where those of browsers only say that they failed. */
function webSocketOfBrowsers(): typeof WebSocket {
  type Socket = WebSocket & { on(event: 'error', listener: () => void): void };
  const { WebSocket: Plain } = load('ws') as { readonly WebSocket: new (url: string) => Socket };
  return class extends Plain {
    constructor(url: string) {
      super(url);
      this.on('error', () => undefined);
    }
  } as unknown as typeof WebSocket;
}

/** The same, signed in with the password of the seed. */
export async function signInSdk(url: string, username: string): Promise<Sdk> {
  const sdk = await connectSdk(url);
  await sdk.account.loginWithPassword(username, digestOf(`${username}-pw`));
  return sdk;
}

type Args = readonly unknown[];

/** What a stream says, once it is ready. */
export async function hear(sdk: Sdk, name: string, key: string): Promise<Happenings<Args>> {
  const heard = createHappenings<Args>();
  await sdk.stream(name, key, (...args) => heard.add(args)).ready();
  return heard;
}

/** The same, of what is for this user alone. */
export const hearOwn = (sdk: Sdk, what: string) => hear(sdk, 'notify-user', `${sdk.account.uid}/${what}`);

/** The notification of that message. */
export async function nextNotification(heard: Happenings<Args>, id: string): Promise<DesktopNotification> {
  const [notification] = await heard.find(([one]) => (one as DesktopNotification).payload._id === id);
  return notification as DesktopNotification;
}

/** The vendor's own REST client. What it rejects with is the answer, for any status but 400 a `Response`. */
export function restClient(
  url: string,
  credentials?: { readonly userId: string; readonly authToken: string },
): RestClient {
  const { RestClient } = load('@rocket.chat/api-client') as {
    readonly RestClient: new (options: object) => RestClient;
  };
  const headers =
    credentials === undefined
      ? undefined
      : { 'X-User-Id': credentials.userId, 'X-Auth-Token': credentials.authToken };
  return new RestClient({ baseUrl: url.replace(/\/$/, ''), credentials: headers });
}

/** What is wrong with a record by the vendor's own schema of that type (`@rocket.chat/core-typings`); nothing when all is right. */
export function createSchemaCheck(): (type: string, record: unknown) => readonly string[] {
  const { schemas } = load('@rocket.chat/core-typings') as { readonly schemas: object };
  const { default: Ajv } = load('ajv') as { readonly default: new (options: object) => AjvPart };
  const { default: addFormats } = load('ajv-formats') as { readonly default: (ajv: AjvPart) => void };
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ ...schemas, $id: 'vendor' });
  return (type, record) => {
    const validate = ajv.getSchema(`vendor#/components/schemas/${type}`);
    if (validate === undefined) throw new Error(`the vendor has no schema ${type}`);
    validate(record);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

interface AjvPart {
  addSchema(schema: object): void;
  getSchema(reference: string): Validate | undefined;
}

interface Validate {
  (record: unknown): boolean;
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}
