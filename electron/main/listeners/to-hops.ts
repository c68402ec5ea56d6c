import type { Hop } from './protocol';

const kinds: Readonly<Record<string, Hop['kind']>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks4',
  SOCKS4: 'socks4',
  SOCKS5: 'socks5',
};
const ports: Readonly<Record<Hop['kind'], number>> = {
  direct: 0,
  http: 80,
  https: 443,
  socks4: 1080,
  socks5: 1080,
};

/** Reads the way as Chromium writes it (`PROXY proxy.example:3128; DIRECT`); what is of another kind is left out. */
export function toHops(text: string): readonly Hop[] {
  return text.split(';').flatMap((part): readonly Hop[] => {
    const [kind = '', place = ''] = part.trim().split(/\s+/);
    if (kind === 'DIRECT') return [{ kind: 'direct', host: '', port: 0 }];
    const known = kinds[kind];
    const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(place) ?? [];
    const host = bracketed ?? plain;
    if (known === undefined || host === undefined) return [];
    return [{ kind: known, host, port: port === undefined ? ports[known] : Number(port) }];
  });
}
