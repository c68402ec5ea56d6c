import { isDeepStrictEqual } from 'node:util';
import { isLoopbackHost } from '../../core/decide/discovery/to-bases';
import { MACHINE_NAME_MAX, toMachineName } from '../../core/model/sync';
import { COST } from '../../main/lock/by-passphrase';
import { readBook, writeBook } from '../../main/sync/book';
import { toDavUrl } from '../../main/sync/dav-place';
import { keyName, readName, updateName } from '../../main/sync/file-names';
import { unwrapSyncKey } from '../../main/sync/key-file';
import { readMultistatus } from '../../main/sync/multistatus';
import { openFile, readContent, sealFile, SYNC_KEY_BYTES } from '../../main/sync/sealed-file';
import { expectThat } from '../expect-plain';
import { bytesLike } from '../mutate-bytes';
import { textsLike } from '../mutate-text';
import { jsonLike } from '../mutate-value';
import { lineTargetOf, targetOf, type FuzzTarget } from '../target';

const listing = `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">
<D:response><D:href>/dav/</D:href><D:propstat><D:prop><D:resourcetype><D:collection/></D:resourcetype></D:prop></D:propstat></D:response>
<D:response><D:href><![CDATA[/dav/foyer-00112233445566aa-00000001.sync]]></D:href><D:getetag>&quot;a&#x31;&quot;</D:getetag><D:getcontentlength>12</D:getcontentlength></D:response>
</D:multistatus>`;
const parts = ['<D:response>', '</D:response>', '<href ', '</href>', '<![CDATA[', ']]>', '&#x110000;', '%ff'];

const folders = ['https://dav.test/files/ann/Foyer', 'dav.test', 'http://127.0.0.1:8080/x', 'http://[::1]/'];

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

const key = Buffer.alloc(SYNC_KEY_BYTES, 7);
const name = updateName('0123456789abcdef', 3);
const content = { machineName: 'Desk', update: Buffer.from('what was done') };
const files = [sealFile(content, name, key), sealFile({ machineName: '', update: Buffer.of() }, name, key)];
const names = [name, keyName('0123456789abcdef'), name.replace('.sync', ' (conflict).sync')];

/** Nothing opens but what was sealed, bit for bit. */
function checkFile(bytes: Buffer): void {
  const opened = openFile(bytes, name, key);
  const isSealed = files.some((file) => file.equals(bytes));
  expectThat((opened.kind === 'good') === isSealed, `${opened.kind}, sealed ${isSealed}`);
}

const cost = { memoryKiB: 65_536, passes: 3, lanes: 1, salt: 'c2FsdA==' };
const keyFile = { kind: 'foyer-sync-key', version: 1, nonce: 'bm9uY2U=', body: 'Ym9keQ==' };

/** A file with a key never makes Foyer derive one that costs more than twice its own. */
async function checkKey(text: string): Promise<void> {
  const opened = await unwrapSyncKey(text, 'passphrase', async (_passphrase, salt, asked) => {
    const isFair = asked.memoryKiB <= COST.memoryKiB * 2 && asked.passes <= COST.passes * 2;
    expectThat(isFair && asked.lanes <= COST.lanes * 2 && salt.length <= 150, 'asks for too much');
    return Buffer.alloc(32);
  });
  expectThat(opened.kind !== 'good', 'opened what nobody sealed');
}

/** What servers say of their files, what lies in the place, and what is remembered of several machines. */
export const machineTargets: readonly FuzzTarget[] = [
  targetOf('listings of WebDAV', textsLike([listing], parts), (text) => {
    for (const { name, sizeBytes } of readMultistatus(text))
      expectThat(name !== '' && name.length <= 255 && sizeBytes >= 0, 'no name of a file');
  }),
  targetOf('names of files of machines', textsLike(names, ['.sync', '.key', '-', 'foyer-', '0']), (text) => {
    const read = readName(text);
    if (read?.kind !== 'update') return;
    expectThat(Number.isSafeInteger(read.number), 'no number');
    const again = readName(updateName(read.machineId, read.number));
    expectThat(isDeepStrictEqual(again, read), 'read otherwise the second time');
  }),
  targetOf('files of machines', bytesLike(files), checkFile),
  targetOf('content of files of machines', jsonLike([{ machineName: 'Desk', update: 'AAA=' }]), (text) => {
    const read = readContent(text);
    if (read.kind === 'good') expectThat(read.content.machineName.length <= MACHINE_NAME_MAX, 'a long name');
  }),
  lineTargetOf(
    'keys of machines',
    jsonLike([{ ...keyFile, kdf: { name: 'argon2id', ...cost } }]),
    20,
    async (texts) => {
      for (const text of texts) await checkKey(text);
    },
  ),
  targetOf('names of machines', textsLike(['Desk', '  My\tlaptop ', '\u202Eksed']), (text) => {
    const made = toMachineName(text);
    if (made === undefined) return;
    expectThat(made !== '' && made.length <= MACHINE_NAME_MAX && made.isWellFormed(), 'no name');
    expectThat(toMachineName(made) === made, 'another name at the second reading');
  }),
  targetOf('folders on WebDAV', textsLike(folders, ['@', ':', '//', '?', '#', '%2f', '..']), (text) => {
    const url = toDavUrl(text);
    if (url === undefined) return;
    const { protocol, hostname, username, password, search, hash } = new URL(url);
    expectThat(protocol === 'https:' || isLoopbackHost(hostname), 'others can read the password');
    expectThat(
      [username, password, search, hash].every((part) => part === ''),
      'more than a folder',
    );
    expectThat(url.endsWith('/') && toDavUrl(url) === url, 'another folder at the second reading');
  }),
  targetOf('book of several machines', jsonLike([book]), (text) => {
    const read = readBook(text);
    if (read === undefined) return;
    const written = writeBook(read);
    const again = readBook(written);
    expectThat(again !== undefined && writeBook(again) === written, 'is another when it is read again');
  }),
];
