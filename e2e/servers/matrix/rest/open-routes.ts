import { openSession } from '../acts/account.js';
import { MatrixRefusal } from '../errors.js';
import type { Content } from '../model.js';
import { type ApiRoutes, bodyOf, textOf } from './context.js';

const VERSIONS = [
  'r0.6.1',
  'v1.1',
  'v1.2',
  'v1.3',
  'v1.4',
  'v1.5',
  'v1.6',
  'v1.7',
  'v1.8',
  'v1.9',
  'v1.10',
  'v1.11',
];

/** What anybody may ask. */
export const openRoutes: ApiRoutes = {
  'GET /.well-known/matrix/client': ({ origin }) => ({ 'm.homeserver': { base_url: origin } }),
  'GET /_matrix/client/versions': ({ state }) => ({
    versions: VERSIONS,
    unstable_features: { 'org.matrix.simplified_msc3575': state.slides },
  }),
  'GET /_matrix/federation/v1/version': ({ state }) => ({ server: state.software }),
  'GET /_matrix/client/v3/login': () => ({ flows: [{ type: 'm.login.password' }] }),
  'POST /_matrix/client/v3/login': async (context) => {
    const body = bodyOf(context);
    const { user: name = textOf(body, 'user') } = (body['identifier'] ?? {}) as { readonly user?: string };
    const { serverName } = context.state;
    const userId = name.startsWith('@') ? name : `@${name}:${serverName}`;
    const user = context.state.users[userId];
    if (user === undefined || user.password !== textOf(body, 'password'))
      throw new MatrixRefusal(403, 'M_FORBIDDEN', 'Invalid username or password');
    const deviceId = textOf(body, 'device_id');
    const session = await context.step((world) =>
      openSession(world, userId, deviceId === '' ? undefined : deviceId),
    );
    const given: Content = {
      user_id: userId,
      access_token: session.token,
      device_id: session.deviceId,
      home_server: serverName,
      well_known: { 'm.homeserver': { base_url: context.origin } },
    };
    return given;
  },
};
