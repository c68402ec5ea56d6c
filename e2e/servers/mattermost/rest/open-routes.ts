import { z } from 'zod';
import { signIn } from '../acts/people.js';
import { type ApiRoutes, bodyOf } from './context.js';
import { isSecure, siteUrlOf } from './site-url.js';
import { sessionCookies } from './tokens.js';
import { ownProfile } from './views.js';

const loginSchema = z.object({
  login_id: z.string().default(''),
  password: z.string(),
  token: z.string().optional(),
  deviceId: z.string().optional(),
});

/** What is answered to anybody. */
export const openRoutes: ApiRoutes = {
  'GET /system/ping': ({ query }) => ({
    status: 'OK',
    ActiveSearchBackend: 'database',
    AndroidLatestVersion: '',
    AndroidMinVersion: '',
    IosLatestVersion: '',
    IosMinVersion: '',
    ...(query.get('get_server_status') === 'true' ? { database_status: 'OK', filestore_status: 'OK' } : {}),
  }),

  'GET /config/client': ({ state, request, siteUrl, subPath }) => ({
    Version: state.version,
    BuildNumber: state.version,
    BuildEnterpriseReady: 'false',
    SiteName: state.siteName,
    SiteURL: siteUrl ?? `${siteUrlOf(request)}${subPath}`,
    CollapsedThreads: state.collapsesThreads ? 'default_on' : 'default_off',
    EnableSignInWithUsername: 'true',
    EnableSignInWithEmail: 'true',
    EnablePostUsernameOverride: 'false',
    TeammateNameDisplay: 'username',
    WebsocketURL: '',
  }),

  'GET /license/client': () => ({ IsLicensed: 'false' }),

  'POST /users/login': async (context) => {
    const { login_id: loginId, password } = bodyOf(context, loginSchema);
    const session = await context.step((world) => signIn(world, loginId, password));
    context.response.setHeader('Token', session.token);
    if (context.request.headers['x-requested-with'] === 'XMLHttpRequest')
      context.response.setHeader(
        'Set-Cookie',
        sessionCookies(session, isSecure(context.request), context.subPath),
      );
    return ownProfile(await context.shared.read(), session.userId);
  },
};
