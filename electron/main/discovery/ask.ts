import { session, type Session } from 'electron/main';
import type { Probe, ProbeAnswer, Wanted } from '../../core/decide/discovery/probes';
import { userAgentFor } from '../../recipes/user-agent';
import { PICTURE_PIXELS_MAX } from '../icons/picture-size';
import { ICON_SIDE_MAX, toPlainPng } from '../icons/plain-png';
import { watchCertificates } from './certificates';
import type { DiscoveryPort } from './discover';
import { headerOf, receive, type ReceiveLimits } from './receive';

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

/**
 * Asks servers with Chromium's network stack, so that proxies and the system's certificates count as in a view, in a
 * session of its own that is in memory only: it has no cookies and keeps none.
 */
export function createDiscoveryPort(): DiscoveryPort {
  const own: {
    session: Session | undefined;
    certificates: ReturnType<typeof watchCertificates> | undefined;
  } = { session: undefined, certificates: undefined };
  const open = () => {
    const opened = (own.session ??= session.fromPartition('discovery'));
    if (own.certificates === undefined)
      opened.setUserAgent(userAgentFor({ kind: 'chrome' }, opened.getUserAgent()));
    return { session: opened, certificates: (own.certificates ??= watchCertificates(opened)) };
  };
  return {
    ask: async (probe, signal) => {
      const { session: opened, certificates } = open();
      const received = await receive(probe.url, opened, limits[probe.wanted], signal);
      if (received.kind === 'failed') {
        const isRefused = received.code.startsWith('ERR_CERT_');
        const certificate = isRefused ? certificates.refusedOf(new URL(received.url).hostname) : undefined;
        return { kind: 'failed', code: received.code, certificate };
      }
      return toAnswer(probe, received);
    },
    fetchIcon: async (url, signal) => {
      const received = await receive(url, open().session, limits.picture, signal);
      if (received.kind === 'failed' || received.status !== 200 || received.isCut) return undefined;
      const png = toPlainPng(received.bytes, { sideMax: ICON_SIDE_MAX, pixelsMax: PICTURE_PIXELS_MAX });
      return png === undefined ? undefined : `data:image/png;base64,${png.toString('base64')}`;
    },
  };
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
