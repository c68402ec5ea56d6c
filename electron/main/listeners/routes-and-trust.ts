import type { Session } from 'electron/main';
import { placeOf } from '../../core/decide/decide-certificate';
import type { ServiceId } from '../../core/model/service';
import type { CertificateDesk } from '../security/certificates';
import type { LoginDesk } from '../security/logins';
import type { Hop, Route } from './protocol';
import { toHops } from './to-hops';

/** Chromium goes by what it once said of a certificate for half an hour. */
const FRESH_MS = 30 * 60_000;

interface RoutesAndTrustDeps {
  /** How views of a service name themselves; undefined where there is no such service. */
  readonly userAgentOf: (serviceId: ServiceId) => string | undefined;
  /** The way a view of the service would take. */
  readonly resolveProxy: (serviceId: ServiceId, url: string) => ReturnType<Session['resolveProxy']>;
  /** True when something answers at the address, by whichever status: its certificate has been met then. */
  readonly knock: (serviceId: ServiceId, url: string) => Promise<boolean>;
  /** It has a way of its own, by which alone anything of it may go. */
  readonly hasOwnWay: (serviceId: ServiceId) => boolean;
  readonly logins: Pick<LoginDesk, 'recallBasic'>;
  readonly certificates: Pick<CertificateDesk, 'verdictOf'>;
  /** True where the person shows the server a certificate of their own. */
  readonly showsOwnCertificate: (serviceId: ServiceId, place: string) => boolean;
  readonly nowMs: () => number;
}

/** What listeners ask main. */
export interface RoutesAndTrust {
  /** How a view of the service would reach an address; undefined where there is no such service. */
  readonly routeOf: (serviceId: ServiceId, url: string) => Promise<Route | undefined>;
  /** Whether a view, of whichever service, would go on at a host that shows a certificate. */
  readonly isTrusted: (
    serviceId: ServiceId,
    host: string,
    port: number,
    fingerprint: string,
  ) => Promise<boolean>;
}

/** Answers by what Chromium and the person say. Nothing is trusted here that a view refuses. */
export function createRoutesAndTrust(deps: RoutesAndTrustDeps): RoutesAndTrust {
  const { logins, certificates, nowMs } = deps;
  /** What is reached through a proxy with a certificate of its own, by the proxy's place. */
  const behind = new Map<string, string>();
  const knocking = new Map<string, Promise<boolean>>();

  const withLogin = (serviceId: ServiceId, url: string, hop: Hop): Hop => {
    if (hop.kind === 'direct') return hop;
    const place = `${hop.host}:${hop.port}`;
    if (hop.kind === 'https') behind.set(toPlace(hop.host, hop.port), toAsked(url));
    return { ...hop, login: logins.recallBasic({ serviceId, place, isProxy: true, protocol: '' }) };
  };
  /** One knock serves all who ask at the same time. */
  const knockOnce = (serviceId: ServiceId, url: string): Promise<boolean> => {
    const key = deps.hasOwnWay(serviceId) ? `${serviceId} ${url}` : url;
    const known = knocking.get(key);
    if (known !== undefined) return known;
    const knock = deps.knock(serviceId, url).finally(() => knocking.delete(key));
    knocking.set(key, knock);
    return knock;
  };

  return {
    routeOf: async (serviceId, url) => {
      const userAgent = deps.userAgentOf(serviceId);
      if (userAgent === undefined || !URL.canParse(url)) return undefined;
      const hops = toHops(await deps.resolveProxy(serviceId, url)).map((hop) =>
        withLogin(serviceId, url, hop),
      );
      const { protocol, hostname, port } = new URL(toAsked(url));
      const place = `${hostname}:${port === '' ? (protocol === 'https:' ? '443' : '80') : port}`;
      return {
        hops,
        login: logins.recallBasic({ serviceId, place, isProxy: false, protocol }),
        userAgent,
        wantsOwnCertificate: placeOf(url) !== undefined && deps.showsOwnCertificate(serviceId, place),
      };
    },
    isTrusted: async (serviceId, host, port, fingerprint) => {
      const place = toPlace(host, port);
      const known = certificates.verdictOf(place, fingerprint);
      if (known !== undefined && nowMs() - known.atMs < FRESH_MS) return known.isAccepted;
      const isThere = await knockOnce(serviceId, behind.get(place) ?? `https://${place}/`);
      const verdict = certificates.verdictOf(place, fingerprint);
      if (verdict === undefined) return false;
      // Of a certificate that it has met before Chromium does not speak again while a line to its host is open.
      return verdict.isAccepted && (isThere || nowMs() - verdict.atMs < FRESH_MS);
    },
  };
}

const toPlace = (host: string, port: number): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;

/** The start of an address, as it is asked for: sockets count as pages. */
const toAsked = (url: string): string => {
  const { protocol, host } = new URL(url);
  return `${protocol.replace(/^ws/, 'http')}//${host}/`;
};
