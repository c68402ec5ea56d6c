import {
  isPacUrl,
  isProxyException,
  isProxyHost,
  PROXY_EXCEPT_MAX,
  type Proxy,
  type ProxyScheme,
} from '../../../electron/core/model/proxy';

/** Ways to the network that can be chosen: a server by its kind. */
export const ways = ['system', 'direct', 'http', 'https', 'socks5', 'pac'] as const;
export type Way = (typeof ways)[number];

/** A proxy as it is being typed. */
export interface ProxyDraft {
  readonly way: Way;
  readonly host: string;
  readonly port: string;
  readonly except: readonly string[];
  readonly pacUrl: string;
}

/** What of a draft is not right. */
export type ProxyFault = 'host' | 'port' | 'pacUrl';

/** The ports such proxies have as a rule. */
const usualPorts: Readonly<Record<ProxyScheme, string>> = { http: '3128', https: '443', socks5: '1080' };

const isServer = (way: Way): way is ProxyScheme => way === 'http' || way === 'https' || way === 'socks5';

/** Gives what is set as one would have typed it. */
export function toDraft(proxy: Proxy): ProxyDraft {
  const empty = { host: '', port: '', except: [], pacUrl: '' };
  switch (proxy.kind) {
    case 'system':
    case 'direct':
      return { ...empty, way: proxy.kind };
    case 'pac':
      return { ...empty, way: 'pac', pacUrl: proxy.url };
    case 'server': {
      const { scheme: way, host, port, except } = proxy;
      return { ...empty, way, host, port: String(port), except };
    }
  }
}

/** Gives the draft with another way chosen; what was typed stays. */
export const withWay = (draft: ProxyDraft, way: Way): ProxyDraft => ({
  ...draft,
  way,
  port:
    isServer(way) && Object.values(usualPorts).concat('').includes(draft.port) ? usualPorts[way] : draft.port,
});

/** Reads a draft; says what is not right with it. */
export function readDraft(
  draft: ProxyDraft,
): { readonly proxy: Proxy } | { readonly faults: readonly ProxyFault[] } {
  const { way, except } = draft;
  if (way === 'pac') {
    const url = draft.pacUrl.trim();
    return isPacUrl(url) ? { proxy: { kind: 'pac', url } } : { faults: ['pacUrl'] };
  }
  if (!isServer(way)) return { proxy: { kind: way } };
  const host = draft.host.trim();
  const port = /^\d{1,5}$/.test(draft.port.trim()) ? Number(draft.port) : 0;
  const faults: readonly ProxyFault[] = [
    ...(isProxyHost(host) ? [] : (['host'] as const)),
    ...(port >= 1 && port <= 65_535 ? [] : (['port'] as const)),
  ];
  if (faults.length > 0) return { faults };
  const places = except.filter(isProxyException).slice(0, PROXY_EXCEPT_MAX);
  return { proxy: { kind: 'server', scheme: way, host, port, except: places } };
}
