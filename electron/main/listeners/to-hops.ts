import type { Hop } from './protocol';

const kinds: ReadonlyMap<string, Hop['kind']> = new Map([
  ['PROXY', 'http'],
  ['HTTP', 'http'],
  ['HTTPS', 'https'],
  ['SOCKS', 'socks4'],
  ['SOCKS4', 'socks4'],
  ['SOCKS5', 'socks5'],
]);
const PORT_MAX = 65_535;
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
    const known = kinds.get(kind);
    const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(place) ?? [];
    const host = bracketed ?? plain;
    if (known === undefined || host === undefined) return [];
    const number = port === undefined ? ports[known] : Number(port);
    return number > PORT_MAX ? [] : [{ kind: known, host, port: number }];
  });
}
