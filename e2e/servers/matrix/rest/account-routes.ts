import { endSessions, setAccountData, setRoomData, setTag, userOf } from '../acts/account.js';
import { found } from '../errors.js';
import type { ServerState } from '../model.js';
import { type ApiRoutes, bodyOf, ownRoom, ownUserId, param } from './context.js';

/** What is a person's own: session, filters, account data, tags; and what others may know of them. */
export const accountRoutes: ApiRoutes = {
  'GET /account/whoami': ({ session }) => ({ user_id: session.userId, device_id: session.deviceId }),
  'POST /logout': async ({ session, step }) => {
    await step((world) => endSessions(world, session.userId, session.token));
    return {};
  },
  'POST /keys/query': (context) => {
    const asked = (bodyOf(context)['device_keys'] ?? {}) as Readonly<Record<string, readonly string[]>>;
    const keysOf = (userId: string, devices: readonly string[]) =>
      Object.values(context.state.sessions)
        .filter((one) => one.userId === userId && one.hasKeys === true)
        .filter(({ deviceId }) => devices.length === 0 || devices.includes(deviceId))
        .map(({ deviceId }) => [
          deviceId,
          { user_id: userId, device_id: deviceId, algorithms: [], keys: {} },
        ]);
    const found = Object.entries(asked).map(([userId, devices]) => [
      userId,
      Object.fromEntries(keysOf(userId, devices)),
    ]);
    return { device_keys: Object.fromEntries(found), failures: {} };
  },
  'GET /capabilities': () => ({
    capabilities: {
      'm.room_versions': { default: '10', available: { '10': 'stable' } },
      'm.change_password': { enabled: false },
    },
  }),
  'POST /user/:user/filter': async (context) => {
    ownUserId(context);
    const content = bodyOf(context);
    return context.step(({ state }) => {
      const filterId = String(Object.keys(state.filters).length);
      state.filters[filterId] = content;
      return { filter_id: filterId };
    });
  },
  'GET /user/:user/filter/:filter': (context) => {
    ownUserId(context);
    return found(context.state.filters[param(context, 'filter')], 'Filter');
  },
  'GET /user/:user/account_data/:type': (context) => {
    const userId = ownUserId(context);
    return found(userOf(context, userId).accountData[param(context, 'type')], 'Account data').content;
  },
  'PUT /user/:user/account_data/:type': async (context) => {
    const userId = ownUserId(context);
    const content = bodyOf(context);
    await context.step((world) => setAccountData(world, userId, param(context, 'type'), content));
    return {};
  },
  'GET /user/:user/rooms/:room/account_data/:type': (context) => {
    const userId = ownUserId(context);
    return found(ownRoom(context).accountData[userId]?.[param(context, 'type')], 'Account data').content;
  },
  'PUT /user/:user/rooms/:room/account_data/:type': async (context) => {
    const userId = ownUserId(context);
    const room = ownRoom(context);
    const content = bodyOf(context);
    await context.step((world) => setRoomData(world, room, userId, param(context, 'type'), content));
    return {};
  },
  'GET /user/:user/rooms/:room/tags': (context) => ({
    tags: ownRoom(context).accountData[ownUserId(context)]?.['m.tag']?.content['tags'] ?? {},
  }),
  'PUT /user/:user/rooms/:room/tags/:tag': async (context) => {
    const userId = ownUserId(context);
    const room = ownRoom(context);
    const content = bodyOf(context);
    await context.step((world) => setTag(world, room, userId, param(context, 'tag'), content));
    return {};
  },
  'DELETE /user/:user/rooms/:room/tags/:tag': async (context) => {
    const userId = ownUserId(context);
    const room = ownRoom(context);
    await context.step((world) => setTag(world, room, userId, param(context, 'tag'), undefined));
    return {};
  },
  'GET /profile/:user': (context) => profileOf(context.state, param(context, 'user')),
  'GET /profile/:user/displayname': (context) => profileOf(context.state, param(context, 'user')),
  'GET /voip/turnServer': () => ({}),
  'PUT /presence/:user/status': () => ({}),
  'GET /pushers': () => ({ pushers: [] }),
};

const profileOf = (state: ServerState, userId: string) => ({
  displayname: found(state.users[userId], 'Profile').displayName,
});
