import * as z from 'zod/mini';
import { proxySchema, type Proxy } from './proxy';
import { SERVICES_MAX, serviceIdSchema, type ServiceId } from './service';

/** Longest style, and longest script, of a person's own for the pages of a service, in UTF-16 units. */
export const OWN_CODE_MAX = 200_000;
/** Longest user agent, in characters. */
export const USER_AGENT_MAX = 500;
/** Longest name and longest password of a proxy, in UTF-16 units. */
export const PROXY_LOGIN_MAX = 500;

const codeSchema = z.string().check(z.maxLength(OWN_CODE_MAX));

const userAgent = /^(?:[!-~](?:[ -~]{0,498}[!-~])?)?$/;

/** How a service names its browser: what is sent as a header, so printable ASCII; empty as its recipe has it. */
export const userAgentSchema = z.string().check(z.regex(userAgent));

export const isUserAgent = (text: string): boolean => userAgent.test(text);

/** When pages that are light are shown dark: never, always, or while the app is dark. */
export const forcedDarkSchema = z.enum(['off', 'on', 'with-app']);

export const tweaksSchema = z.object({
  serviceId: serviceIdSchema,
  css: codeSchema,
  js: codeSchema,
  /** The style and the script are at work. */
  isCodeOn: z.boolean(),
  dark: forcedDarkSchema,
  userAgent: userAgentSchema,
  proxy: proxySchema,
  /** Name and password for the proxy, sealed by the system's key ring, in base64; null: none. */
  proxyLogin: z.nullable(z.string().check(z.maxLength(20_000))),
});

export const tweaksListSchema = z.array(tweaksSchema).check(z.maxLength(SERVICES_MAX));

export type ForcedDark = z.infer<typeof forcedDarkSchema>;

/** What the person changed of the pages of a service. */
export interface Tweaks extends Readonly<Omit<z.infer<typeof tweaksSchema>, 'proxy'>> {
  readonly proxy: Proxy;
}

/** What of the tweaks can be changed. */
export type TweakChanges = Partial<Omit<Tweaks, 'serviceId'>>;

/** Gives a service's tweaks as long as nothing is tweaked. */
export const noTweaks = (serviceId: ServiceId): Tweaks => ({ serviceId, ...untweaked });

/** What is so as long as nothing is tweaked. */
export const untweaked = {
  css: '',
  js: '',
  isCodeOn: true,
  dark: 'off',
  userAgent: '',
  proxy: { kind: 'system' },
  proxyLogin: null,
} as const satisfies Omit<Tweaks, 'serviceId'>;

/** True where nothing is tweaked, so that nothing has to be kept. */
export const isUntweaked = ({ css, js, isCodeOn, dark, userAgent, proxy }: Tweaks): boolean =>
  css === '' && js === '' && isCodeOn && dark === 'off' && userAgent === '' && proxy.kind === 'system';

/** Gives the tweaks of a service. */
export const tweaksOf = (tweaks: readonly Tweaks[], serviceId: ServiceId): Tweaks =>
  tweaks.find((one) => one.serviceId === serviceId) ?? noTweaks(serviceId);
