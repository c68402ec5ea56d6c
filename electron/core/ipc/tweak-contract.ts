import * as z from 'zod/mini';
import { proxySchema } from '../model/proxy';
import { serviceIdSchema } from '../model/service';
import { forcedDarkSchema, OWN_CODE_MAX, PROXY_LOGIN_MAX, userAgentSchema } from '../model/tweaks';
import { answer } from './command-shape';
import { serviceInput as id, text } from './inputs';

/** What saving a style and a script comes to. A script that is none is not saved. */
export type SaveCodeAnswer =
  | { readonly kind: 'saved' }
  | { readonly kind: 'broken'; readonly line: number; readonly message: string };

/** What setting a proxy comes to: its password cannot be kept where the system cannot seal it. */
export type SetProxyAnswer = { readonly kind: 'set' } | { readonly kind: 'unsealed' };

/** The commands about what the person changes of the pages of a service. */
export const tweakContract = {
  'service.tweak': {
    input: z.object({
      serviceId: serviceIdSchema,
      changes: z.partial(
        z.object({ isCodeOn: z.boolean(), dark: forcedDarkSchema, userAgent: userAgentSchema }),
      ),
    }),
    ...answer<void>(),
  },
  /** The person's own style and script; large, so it is asked for. */
  'service.code': { input: id, ...answer<{ readonly css: string; readonly js: string }>() },
  /** The style holds at once, the script from the load of the page on that it brings about. */
  'service.set-code': {
    input: z.object({ serviceId: serviceIdSchema, css: text(OWN_CODE_MAX), js: text(OWN_CODE_MAX) }),
    ...answer<SaveCodeAnswer>(),
  },
  /** Without `login` the name and password stay as they are; null forgets them. */
  'service.set-proxy': {
    input: z.object({
      serviceId: serviceIdSchema,
      proxy: proxySchema,
      login: z.optional(
        z.nullable(
          z.object({
            username: text(PROXY_LOGIN_MAX).check(z.minLength(1)),
            password: text(PROXY_LOGIN_MAX),
          }),
        ),
      ),
    }),
    ...answer<SetProxyAnswer>(),
  },
  /** Cookies sign out, the cache is fetched again, everything is as if the service were new. */
  'service.clear-data': {
    input: z.object({ serviceId: serviceIdSchema, what: z.enum(['cookies', 'cache', 'everything']) }),
    ...answer<void>(),
  },
  /** Ends the app and starts it again, with what the person made for pages or, in safe mode, without. */
  'app.restart': { input: z.object({ isSafeMode: z.boolean() }), ...answer<void>() },
} as const;
