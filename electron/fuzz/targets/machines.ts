import { readBook, writeBook } from '../../main/sync/book';
import { readMultistatus } from '../../main/sync/multistatus';
import { expectThat } from '../expect-plain';
import { textsLike } from '../mutate-text';
import { jsonLike } from '../mutate-value';
import { targetOf, type FuzzTarget } from '../target';

const listing = `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">
<D:response><D:href>/dav/</D:href><D:propstat><D:prop><D:resourcetype><D:collection/></D:resourcetype></D:prop></D:propstat></D:response>
<D:response><D:href><![CDATA[/dav/foyer-00112233445566aa-00000001.sync]]></D:href><D:getetag>&quot;a&#x31;&quot;</D:getetag><D:getcontentlength>12</D:getcontentlength></D:response>
</D:multistatus>`;
const parts = ['<D:response>', '</D:response>', '<href ', '</href>', '<![CDATA[', ']]>', '&#x110000;', '%ff'];

const book = {
  ...{ version: 1, machineId: '0123456789abcdef', machineName: 'Desk', isPaused: false, number: 3 },
  ...{ place: { kind: 'webdav', url: 'https://dav.test/', user: 'ann' }, secrets: { sealed: 'c2FsdA==' } },
  links: { services: { a: 'b' }, workspaces: {}, schedules: {} },
  document: 'AAA=',
  agreed: [['service:a', { fields: { name: 'A' }, lists: { ownNames: ['ann'] }, texts: { css: 'x' } }]],
  ...{ coming: ['AAA='], going: [], own: [{ name: 'x', sizeBytes: 1 }], keyText: '{}', read: ['y'] },
  aside: [{ name: 'z', stamp: '1', why: 'torn' }],
  machines: [{ id: 'm', name: 'Laptop', heardAtMs: 1 }],
  ...{ wroteAtMs: 1, readAtMs: null },
};

/** What servers say of their files, and what is remembered of several machines. */
export const machineTargets: readonly FuzzTarget[] = [
  targetOf('listings of WebDAV', textsLike([listing], parts), (text) => {
    for (const { name, sizeBytes } of readMultistatus(text))
      expectThat(name !== '' && name.length <= 255 && sizeBytes >= 0, 'no name of a file');
  }),
  targetOf('book of several machines', jsonLike([book]), (text) => {
    const read = readBook(text);
    if (read === undefined) return;
    const written = writeBook(read);
    const again = readBook(written);
    expectThat(again !== undefined && writeBook(again) === written, 'is another when it is read again');
  }),
];
