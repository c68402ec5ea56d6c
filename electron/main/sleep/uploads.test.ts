import { expect, it } from 'vitest';
import { createTestClock } from '../test-clock.test-support';
import { createUploads, WATCHED_MS, type UploadSession } from './uploads';

type Listener = ((details: object, callback: (answer: object) => void) => void) | undefined;
type Web = 'onBeforeSendHeaders' | 'onResponseStarted' | 'onErrorOccurred';

function setUp() {
  const clock = createTestClock();
  const listeners = new Map<Web, Listener>();
  const hear =
    (name: Web) =>
    (filter: unknown, listener?: unknown): void => {
      if (filter === null) listeners.delete(name);
      else listeners.set(name, listener as Listener);
    };
  const webRequest = {
    onBeforeSendHeaders: hear('onBeforeSendHeaders'),
    onResponseStarted: hear('onResponseStarted'),
    onErrorOccurred: hear('onErrorOccurred'),
  } as unknown as UploadSession['webRequest'];
  const open = new Set<string>();
  const uploads = createUploads(
    { begin: (...what) => void open.add(what.join()), end: (...what) => void open.delete(what.join()) },
    clock.after,
    (serviceId) => serviceId,
  );
  uploads.guard('a', (page) => (page?.id === 7 ? 'b' : 'a'), { webRequest });
  const answers: object[] = [];
  const fire = (name: Web, id: number, details: object = {}): void =>
    listeners.get(name)?.({ id, resourceType: 'xhr', ...details }, (answer) => answers.push(answer));
  return {
    clock,
    uploads,
    listeners,
    answers,
    open,
    send: (id: number, uploadData?: readonly object[], resourceType = 'xhr') =>
      fire('onBeforeSendHeaders', id, { uploadData, resourceType }),
    fire,
  };
}

const bytes = (length: number) => ({ type: 'rawData', bytes: Buffer.alloc(length) });
const blob = { type: 'blob', blobUUID: '1' };

it('Z22 requests are watched only once files were given, and for ten minutes', () => {
  const { clock, uploads, listeners } = setUp();
  expect(listeners.size).toBe(0);
  uploads.expect('a');
  expect(listeners.size).toBe(3);
  clock.pass(WATCHED_MS - 1);
  uploads.expect('a');
  clock.pass(WATCHED_MS - 1);
  expect(listeners.size).toBe(3);
  clock.pass(1);
  expect([listeners.size, clock.waiting()]).toEqual([0, 0]);
  uploads.expect('gone');
});

it.each<[string, readonly object[] | undefined, string, boolean]>([
  ['a file', [bytes(144), blob, bytes(46)], 'xhr', true],
  ['a file by its path', [{ type: 'file', file: '/a', bytes: undefined }], 'xhr', true],
  ['a form of a page', [blob], 'mainFrame', true],
  ['much of anything', [bytes(40_000), bytes(40_000)], 'xhr', true],
  ['a question', [bytes(200)], 'xhr', false],
  ['nothing', undefined, 'xhr', false],
  ['what a page says on its way out', [blob], 'ping', false],
])('Z22 sending %s counts once it takes long', (_, data, resourceType, isUpload) => {
  const { clock, uploads, open, answers, send } = setUp();
  uploads.expect('a');
  send(1, data, resourceType);
  expect(answers).toEqual([{}]);
  clock.pass(299);
  expect(open.size).toBe(0);
  clock.pass(1);
  expect([...open]).toEqual(isUpload ? ['a,upload,request:1'] : []);
});

it.each<Web>(['onResponseStarted', 'onErrorOccurred'])(
  'Z22 it is over two seconds after its end (%s)',
  (name) => {
    const { clock, uploads, open, send, fire } = setUp();
    uploads.expect('a');
    send(1, [blob]);
    // Sent on to another place.
    send(1, [blob]);
    clock.pass(WATCHED_MS * 2);
    expect(open.size).toBe(1);
    fire(name, 1);
    clock.pass(1_999);
    expect(open.size).toBe(1);
    clock.pass(1);
    expect(open.size).toBe(0);
  },
);

it('Z22 one that is over at once never counts', () => {
  const { clock, uploads, open, send, fire } = setUp();
  uploads.expect('a');
  send(1, [blob]);
  fire('onResponseStarted', 1);
  clock.pass(1_000);
  expect(open.size).toBe(0);
});

it('R39 Z22 it is of the service whose page sends it', () => {
  const { clock, uploads, open, fire } = setUp();
  uploads.expect('a');
  fire('onBeforeSendHeaders', 1, { uploadData: [blob], webContentsId: 7 });
  clock.pass(300);
  expect([...open]).toEqual(['b,upload,request:1']);
  fire('onResponseStarted', 1);
  clock.pass(2_000);
  expect(open.size).toBe(0);
});
