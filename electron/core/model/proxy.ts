import * as z from 'zod/mini';

/** Most places that are reached without the proxy. */
export const PROXY_EXCEPT_MAX = 50;
/** Longest host, in characters. */
export const PROXY_HOST_MAX = 255;
/** Longest address of a PAC file. */
export const PAC_URL_MAX = 2048;

/** A name or a number; IPv6 in brackets. Nothing that could be read as a second rule. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])$/i;
/** A host, with `*` for parts of it, a network, or `<local>`. */
const EXCEPT = /^[\w.*:/[\]<>-]{1,200}$/;

export const proxySchema = z.discriminatedUnion('kind', [
  /** As the system says. */
  z.object({ kind: z.literal('system') }),
  /** None, whatever the system says. */
  z.object({ kind: z.literal('direct') }),
  z.object({
    kind: z.literal('server'),
    scheme: z.enum(['http', 'https', 'socks5']),
    host: z.string().check(z.maxLength(PROXY_HOST_MAX), z.regex(HOST)),
    port: z.number().check(z.int(), z.minimum(1), z.maximum(65_535)),
    /** What is reached without it. */
    except: z.readonly(z.array(z.string().check(z.regex(EXCEPT))).check(z.maxLength(PROXY_EXCEPT_MAX))),
  }),
  /** A file of the network's, which says for each address. */
  z.object({
    kind: z.literal('pac'),
    url: z.string().check(z.maxLength(PAC_URL_MAX), z.refine(isPacUrl)),
  }),
]);

/** How the pages of a service reach the network. */
export type Proxy = Readonly<z.infer<typeof proxySchema>>;
export type ProxyServer = Extract<Proxy, { readonly kind: 'server' }>;
export type ProxyScheme = ProxyServer['scheme'];

/** True for where a PAC file can be: by HTTP or HTTPS, without a name and password in it. */
export function isPacUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

export const isProxyHost = (text: string): boolean => text.length <= PROXY_HOST_MAX && HOST.test(text);
export const isProxyException = (text: string): boolean => EXCEPT.test(text);

/** Where a proxy is, as those who ask for its password are called; undefined where it is not known beforehand. */
export const proxyPlace = (proxy: Proxy): string | undefined =>
  proxy.kind === 'server' ? `${proxy.host.toLowerCase()}:${proxy.port}` : undefined;

/** True where all of it goes by somebody whom the person named. */
export const hasProxy = ({ kind }: Proxy): boolean => kind === 'server' || kind === 'pac';

/** True where a name and password can be given: Chromium knows none for SOCKS, and a PAC file names many. */
export const takesLogin = (proxy: Proxy): boolean => proxy.kind === 'server' && proxy.scheme !== 'socks5';

/** What Electron's `session.setProxy` takes. */
export interface ProxyConfig {
  readonly mode: 'system' | 'direct' | 'fixed_servers' | 'pac_script';
  readonly proxyRules?: string;
  readonly proxyBypassRules?: string;
  readonly pacScript?: string;
}

/** Gives it as Electron takes it. A server stands for all kinds of addresses, and where it does not answer nothing else does. */
export function toProxyConfig(proxy: Proxy): ProxyConfig {
  switch (proxy.kind) {
    case 'system':
    case 'direct':
      return { mode: proxy.kind };
    case 'pac':
      return { mode: 'pac_script', pacScript: proxy.url };
    case 'server': {
      const { scheme, host, port, except } = proxy;
      return {
        mode: 'fixed_servers',
        proxyRules: `${scheme}://${host}:${port}`,
        ...(except.length > 0 && { proxyBypassRules: except.join(';') }),
      };
    }
  }
}
