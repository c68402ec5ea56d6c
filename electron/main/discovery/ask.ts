import { session, type Session } from 'electron/main';
import type { Probe, ProbeAnswer, Wanted } from '../../core/decide/discovery/probes';
import { userAgentFor } from '../../recipes/user-agent';
import { PICTURE_PIXELS_MAX } from '../icons/picture-size';
import { ICON_SIDE_MAX, toPlainPng } from '../icons/plain-png';
import { watchCertificates, type CertificateJudge } from './certificates';
import type { DiscoveryPort } from './discover';
import { headerOf, receive, type RecallProxy, type ReceiveLimits } from './receive';

/** Answers of servers are small; more than this is none of those we know. */
const limits: Readonly<Record<Wanted, ReceiveLimits>> = {
  json: {
    bytesMax: 262_144,
    isWelcome: (type) => type === '' || /json|text\/plain|octet-stream/i.test(type),
    accept: 'application/json',
  },
  page: { bytesMax: 131_072, isWelcome: (type) => /html/i.test(type), accept: 'text/html' },
  text: {
    bytesMax: 1_024,
    isWelcome: (type) => type === '' || /text\/plain|octet-stream/i.test(type),
    accept: 'text/plain',
  },
  picture: {
    bytesMax: 512_000,
    isWelcome: (type) => type === '' || /^image\/|octet-stream/i.test(type),
    accept: 'image/png,image/jpeg,image/x-icon',
  },
};

interface DiscoveryPortDeps {
  readonly certificates: CertificateJudge;
  /** What is trusted; another object when it changed. */
  readonly trusted: () => readonly unknown[];
  readonly recallProxy: RecallProxy;
}

/**
 * Asks servers with Chromium's network stack, so that proxies and the system's certificates count as in a view, in a
 * session of its own that is in memory only: it has no cookies and keeps none. Chromium remembers what it was told of a
 * certificate, so there is another session once something else is trusted.
 */
export function createDiscoveryPort({
  certificates,
  trusted,
  recallProxy,
}: DiscoveryPortDeps): DiscoveryPort {
  const own: { count: number; trusted: readonly unknown[] | undefined; opened: OpenedSession | undefined } = {
    count: 0,
    trusted: undefined,
    opened: undefined,
  };
  const openNew = (): OpenedSession => {
    own.count += 1;
    const opened = session.fromPartition(`discovery-${own.count}`);
    opened.setUserAgent(userAgentFor({ kind: 'chrome' }, opened.getUserAgent()));
    return { session: opened, refusedAt: watchCertificates(opened, certificates) };
  };
  const open = (): OpenedSession => {
    if (own.opened === undefined || own.trusted !== trusted()) own.opened = openNew();
    own.trusted = trusted();
    return own.opened;
  };
  const get = async (url: string, wanted: Wanted, signal: AbortSignal) => {
    const opened = open();
    const received = await receive(url, opened.session, limits[wanted], signal, recallProxy);
    if (received.kind === 'received' || !received.code.startsWith('ERR_CERT_')) return { received };
    const refused = opened.refusedAt(received.url);
    const canBeTrusted = /_(?:AUTHORITY|DATE|COMMON_NAME)_INVALID$/.test(received.code);
    if (refused !== undefined || !canBeTrusted || trusted().length === 0) return { received, refused };
    // What is trusted fails all the same where Chromium knows its own verdict already: it then asks nobody. A session
    // that has met no certificate yet does not know it.
    return { received: await receive(url, openNew().session, limits[wanted], signal, recallProxy) };
  };
  return {
    ask: async (probe, signal) => {
      const { received, refused } = await get(probe.url, probe.wanted, signal);
      return received.kind === 'received'
        ? toAnswer(probe, received)
        : { kind: 'failed', code: received.code, refused };
    },
    fetchIcon: async (url, signal) => {
      const { received } = await get(url, 'picture', signal);
      if (received.kind === 'failed' || received.status !== 200 || received.isCut) return undefined;
      const png = toPlainPng(received.bytes, { sideMax: ICON_SIDE_MAX, pixelsMax: PICTURE_PIXELS_MAX });
      return png === undefined ? undefined : `data:image/png;base64,${png.toString('base64')}`;
    },
  };
}

interface OpenedSession {
  readonly session: Session;
  readonly refusedAt: ReturnType<typeof watchCertificates>;
}

function toAnswer(
  { wanted }: Probe,
  { url, status, headers, bytes, isCut }: Extract<Awaited<ReturnType<typeof receive>>, { kind: 'received' }>,
): ProbeAnswer {
  const charset = /charset=["']?([\w-]+)/i.exec(headerOf(headers, 'content-type') ?? '')?.[1];
  return {
    kind: 'answered',
    url,
    status,
    // Half of a page has its head; half of anything else is worth nothing.
    body: isCut && wanted !== 'page' ? '' : decode(bytes, charset),
    challenge: headerOf(headers, 'www-authenticate') ?? headerOf(headers, 'proxy-authenticate'),
    rejectReason: headerOf(headers, 'x-reject-reason'),
  };
}

function decode(bytes: Buffer, charset = 'utf-8'): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}
