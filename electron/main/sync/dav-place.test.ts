import { expect, it } from 'vitest';
import { createDavPlace, toDavUrl, type DavRequest, type DavResponse } from './dav-place';
import { readMultistatus } from './multistatus';

const file = 'foyer-00112233445566aa-00000001.sync';
const listing = `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">
<D:response><D:href>/dav/Foyer/</D:href><D:propstat><D:prop><D:resourcetype><D:collection/></D:resourcetype></D:prop></D:propstat></D:response>
<D:response><D:href>/dav/Foyer/${file}</D:href><D:propstat><D:prop><D:resourcetype/><D:getetag>&quot;a1&quot;</D:getetag><D:getcontentlength>12</D:getcontentlength></D:prop></D:propstat></D:response>
<D:response><D:href>/dav/Foyer/holi%20day%26.jpg</D:href><D:propstat><D:prop><D:getcontentlength>1</D:getcontentlength></D:prop></D:propstat></D:response>
</D:multistatus>`;

/** A server that answers as it is told, and what it was asked. */
function serve(...answers: readonly (Partial<Extract<DavResponse, { kind: 'answered' }>> | string)[]) {
  const asked: DavRequest[] = [];
  const place = createDavPlace(
    'https://dav.test/Foyer/',
    { user: 'ann', password: 'pä' },
    async (request) => {
      const answer = answers[asked.length];
      asked.push(request);
      return typeof answer === 'string'
        ? { kind: 'failed', code: answer }
        : { kind: 'answered', status: 200, body: new Uint8Array(), ...answer };
    },
  );
  return { place, asked };
}

it('E55 lists Foyer’s files alone, with what tells whether they are others', async () => {
  const { place, asked } = serve({ status: 207, body: Buffer.from(listing) });
  expect(await place.list()).toEqual({ ok: true, value: [{ name: file, sizeBytes: 12, stamp: '"a1" 12' }] });
  expect(asked[0]).toMatchObject({ method: 'PROPFIND', url: 'https://dav.test/Foyer/' });
  expect(asked[0]?.headers).toMatchObject({
    depth: '1',
    authorization: `Basic ${Buffer.from('ann:pä').toString('base64')}`,
  });
});

it('E55 writes over nothing', async () => {
  const { place, asked } = serve({ status: 201 }, { status: 412 });
  expect(await place.write(file, Buffer.from('x'))).toEqual({ ok: true, value: true });
  expect(asked[0]?.headers).toMatchObject({ 'if-none-match': '*' });
  expect(await place.write(file, Buffer.from('x'))).toEqual({ ok: true, value: false });
});

it.each([
  [{ status: 401 }, 'wrong-login'],
  [{ status: 403 }, 'not-allowed'],
  [{ status: 404 }, 'gone'],
  [{ status: 405 }, 'no-webdav'],
  [{ status: 200 }, 'no-webdav'],
  [{ status: 507 }, 'full'],
  [{ status: 503 }, 'unreachable'],
  ['ERR_CERT_AUTHORITY_INVALID', 'certificate'],
  ['ERR_CONNECTION_REFUSED', 'unreachable'],
] as const)('E55 says what stands in the way: %o', async (answer, reason) => {
  expect(await serve(answer).place.list()).toEqual({ ok: false, reason });
});

it('E55 a file that is gone is none; one that cannot be removed is told', async () => {
  expect(await serve({ status: 404 }).place.read(file)).toEqual({ ok: true, value: undefined });
  expect(await serve({ status: 404 }).place.remove(file)).toEqual({ ok: true, value: undefined });
  expect(await serve({ status: 403 }).place.remove(file)).toEqual({ ok: false, reason: 'not-allowed' });
});

it.each([
  ['cloud.test/dav', 'https://cloud.test/dav/'],
  [' https://cloud.test/dav/#x ', 'https://cloud.test/dav/'],
  ['http://127.0.0.1:8080/d', 'http://127.0.0.1:8080/d/'],
  ['cloud.test/dav?', 'https://cloud.test/dav/'],
  ['http://cloud.test/dav', undefined],
  ['https://ann:secret@cloud.test/', undefined],
  ['ftp://cloud.test/', undefined],
  ['not an address', undefined],
])('E41 an address is %s', (typed, url) => {
  expect(toDavUrl(typed)).toBe(url);
});

it('E55 whatever a server lists, nothing throws', () => {
  expect(readMultistatus('<d:response><d:href>%zz</d:href></d:response>')).toEqual([]);
  expect(readMultistatus('<response><href>/a&#x2F;b</href></response>')).toEqual([
    { name: 'b', sizeBytes: 0, stamp: ' ' },
  ]);
  expect(readMultistatus('<response>'.repeat(1000))).toEqual([]);
});

it.each([
  ['responses that are never closed', '<D:response>'],
  ['responses that are closed and never opened', '</D:response>'],
  ['addresses that are never closed', '<D:response><D:href>', '</D:response>'],
  ['openings without an end', '<D:href ', '</D:href></D:response>'],
  ['a path of letters', 'a', '/</D:href></D:response>'],
  ['CDATA that is never closed', '<![CDATA[', '</D:href></D:response>'],
])('E55 a listing of 5 MB of %s does not hang the app', (_what, letters, end = '') => {
  const before = performance.now();
  const xml = `<D:response><D:href>${letters.repeat(5_000_000 / letters.length)}${end}`;
  expect(readMultistatus(xml).length).toBeLessThanOrEqual(1);
  expect(performance.now() - before).toBeLessThan(2000);
});

it('E49 E55 reads at most 5,000 files of a server, and none with a name longer than a file has', async () => {
  const name = (index: number): string => `foyer-00112233445566aa-${String(index).padStart(8, '0')}.sync`;
  const hrefs = Array.from({ length: 6000 }, (_, index) => name(index));
  const xml = [...hrefs, `foyer-${'a'.repeat(300)}.sync`]
    .map((href) => `<response><href>/${href}</href></response>`)
    .join('');
  expect(readMultistatus(xml)).toHaveLength(6000);
  const { place } = serve({ status: 207, body: Buffer.from(xml) });
  const listed = await place.list();
  expect(listed.ok && listed.value.map((file) => file.name)).toEqual(hrefs.slice(0, 5000));
});
