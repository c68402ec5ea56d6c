// @ts-check
import { once } from 'node:events';
import { createServer } from 'node:http';

const paragraph =
  'A page that does nothing, as large as a small page is: no script, no picture, no font of its own. ';

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Static page</title>
<style>body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto;color:#222;background:#fff}</style></head>
<body><h1>Static page</h1>
${Array.from({ length: 32 }, (_, index) => `<h2>Part ${index + 1}</h2><p>${paragraph.repeat(4)}</p>`).join('\n')}
</body></html>
`;

/**
 * Serves one static page of 13 kB on loopback, the same at every path.
 * @returns {Promise<{ origin: string, stop: () => void }>}
 */
export async function startStaticPage() {
  const server = createServer((request, response) => {
    const isPage = request.url !== '/favicon.ico';
    response.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(isPage ? page : '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
