import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fetchPicture, PICTURE_BYTES_MAX } from './fetch-picture';

const server = createServer((request, response) => {
  if (request.url === '/small') response.end('small');
  else if (request.url === '/endless') {
    const part = Buffer.alloc(100_000);
    const more = (): void => {
      while (response.write(part) && !response.destroyed);
    };
    response.on('drain', more);
    more();
  } else if (request.url === '/missing') response.writeHead(404).end('not here');
  // "/never" gets no answer.
});
const fetchFrom = (path: string, timeoutMs?: number) =>
  fetchPicture(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
    fetch,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it('D24 gives a small file', async () => {
  expect((await fetchFrom('/small'))?.toString()).toBe('small');
});

it('D24 stops reading at the limit', async () => {
  expect(PICTURE_BYTES_MAX).toBe(1_000_000);
  expect(await fetchFrom('/endless')).toBeUndefined();
});

it('D24 gives nothing for an error or no server', async () => {
  expect(await fetchFrom('/missing')).toBeUndefined();
  expect(await fetchPicture('http://127.0.0.1:1/', { fetch })).toBeUndefined();
});

it('D24 waits for a slow server no longer than its time', async () => {
  expect(await fetchFrom('/never', 50)).toBeUndefined();
});
