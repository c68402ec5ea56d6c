import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Gives a route that asks for a name and password by digest, so that no password crosses the line, and knows one pair. */
export const digestAuth =
  (realm: string, user: string, password: string): RequestListener =>
  (request, response) => {
    const given = request.headers.authorization ?? '';
    const field = (name: string): string => new RegExp(`\\b${name}="?([^",]+)`).exec(given)?.[1] ?? '';
    const right = md5(
      [
        md5(`${user}:${realm}:${password}`),
        field('nonce'),
        field('nc'),
        field('cnonce'),
        field('qop'),
        md5(`${request.method}:${field('uri')}`),
      ].join(':'),
    );
    const isRight = given.startsWith('Digest ') && field('response') === right;
    response.setHeader('content-type', 'text/html');
    if (!isRight) {
      response.setHeader(
        'www-authenticate',
        `Digest realm="${realm}", qop="auth", algorithm=MD5, nonce="${md5(String(Date.now()))}"`,
      );
    }
    response.writeHead(isRight ? 200 : 401).end(`<title>${isRight ? 'Inside' : 'Outside'}</title>`);
  };
