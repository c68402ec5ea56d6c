import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type * as Sdk from 'matrix-js-sdk';
import type * as Sliding from 'matrix-js-sdk/lib/sliding-sync.js';
import type { MatrixClient, MatrixEvent, Room } from 'matrix-js-sdk';
import { packageFolder } from '../lib/packages.js';
import { createHappenings, type Happenings } from '../web/happenings.js';

/** A person at the vendor's own SDK. */
export interface SdkPerson {
  readonly client: MatrixClient;
  /** What came while they listened. */
  readonly events: Happenings<MatrixEvent>;
  /** The room of that name as the SDK has it. @throws when it has none. */
  room(name: string): Room;
  leave(): void;
}

/** Lends what the SDK expects of Node 22 and keeps its chatter off the console; gives what undoes it. */
export function lendNode22(): () => void {
  const { withResolvers } = Promise as { withResolvers?: unknown };
  const levels = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
  const kept = levels.map((level) => [level, console[level]] as const);
  for (const level of levels) console[level] = () => undefined;
  if (withResolvers === undefined) {
    Object.assign(Promise, {
      withResolvers: () => {
        const parts: Record<string, unknown> = {};
        const promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
        return { promise, ...parts };
      },
    });
  }
  return () => {
    if (withResolvers === undefined) Reflect.deleteProperty(Promise, 'withResolvers');
    for (const [level, write] of kept) console[level] = write;
  };
}

/** The SDK. It is of ES modules only. */
export async function loadSdk(): Promise<typeof Sdk> {
  const require = createRequire(import.meta.url);
  const path = require.resolve(`${packageFolder('matrix-js-sdk')}/lib/index.js`);
  return (await import(pathToFileURL(path).href)) as typeof Sdk;
}

/** What the SDK asks sliding sync by; it is no part of what the SDK gives out. */
export async function loadSlidingSync(): Promise<typeof Sliding.SlidingSync> {
  const require = createRequire(import.meta.url);
  const path = require.resolve(`${packageFolder('matrix-js-sdk')}/lib/sliding-sync.js`);
  return ((await import(pathToFileURL(path).href)) as typeof Sliding).SlidingSync;
}

/** Signs in by password and syncs, as a client that knows threads and loads members when it needs them. */
export async function startSdkPerson(url: string, name: string): Promise<SdkPerson> {
  const sdk = await loadSdk();
  const given = await sdk.createClient({ baseUrl: url }).loginRequest({
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user: name },
    password: `${name}-pw`,
  });
  const client = sdk.createClient({
    baseUrl: url,
    userId: given.user_id,
    accessToken: given.access_token,
    deviceId: given.device_id,
    timelineSupport: true,
  });
  const events = createHappenings<MatrixEvent>();
  client.on(sdk.RoomEvent.Timeline, (event, _room, _isToStart, _isRemoved, data) => {
    if (data.liveEvent === true) events.add(event);
  });
  const isPrepared = new Promise<void>((resolve) => {
    client.on(sdk.ClientEvent.Sync, (state) => {
      if (state === sdk.SyncState.Prepared) resolve();
    });
  });
  await client.startClient({
    initialSyncLimit: 20,
    lazyLoadMembers: true,
    threadSupport: true,
    pendingEventOrdering: sdk.PendingEventOrdering.Detached,
  });
  await isPrepared;
  return {
    client,
    events,
    room: (name) => {
      const found = client.getRooms().find((room) => room.name === name);
      if (found === undefined) throw new Error(`The SDK has no room ${name}.`);
      return found;
    },
    leave: () => client.stopClient(),
  };
}
