import { describe, expect, it } from 'vitest';
import { openPage, type TestWorld } from './test-world';

const thrown = (world: TestWorld, source: string): unknown =>
  world.run(
    `(() => { try { ${source}; return 'nothing'; } catch (error) { return error.name ?? String(error); } })()`,
  );

describe('P1 the replacement takes the place of the global itself', () => {
  it('P1 `Notification` is ours and not the native one, under its own name', () => {
    const world = openPage();
    expect(world.run('Notification')).not.toBe(world.native);
    expect(world.run('globalThis.Notification === Notification && Notification.name')).toBe('Notification');
    world.run(`new Notification('heard')`);
    expect(world.sent).toMatchObject([{ kind: 'notification-show', title: 'heard', origin: 'page' }]);
  });

  it('P2 leaves no kit behind', () => {
    expect(openPage().run(`'kit-key' in globalThis`)).toBe(false);
  });
});

describe('P4 the constructor throws where the standard does', () => {
  it.each([
    ['called without new', `Notification('x')`],
    ['without a title', `new Notification()`],
    ['a title that is a symbol', `new Notification(Symbol('x'))`],
    ['options that are no object', `new Notification('x', 5)`],
    ['options that are text', `new Notification('x', 'y')`],
    ['actions', `new Notification('x', { actions: [{ action: 'a', title: 'A' }] })`],
    ['actions that are no list', `new Notification('x', { actions: 5 })`],
    ['an action without a title', `new Notification('x', { actions: [{ action: 'a' }] })`],
    ['renotify without a tag', `new Notification('x', { renotify: true })`],
    ['renotify with an empty tag', `new Notification('x', { renotify: true, tag: '' })`],
    ['silent with vibration', `new Notification('x', { silent: true, vibrate: [1] })`],
    ['silent with an empty vibration', `new Notification('x', { silent: true, vibrate: [] })`],
    ['an unknown direction', `new Notification('x', { dir: 'up' })`],
    ['a body that is a symbol', `new Notification('x', { body: Symbol('x') })`],
    ['a bigint time', `new Notification('x', { timestamp: 5n })`],
    ['its accessor on the prototype', `Notification.prototype.title`],
    ['its method on something else', `Notification.prototype.close.call({})`],
  ])('P4 TypeError: %s', (_, source) => {
    expect(thrown(openPage(), source)).toBe('TypeError');
  });

  it.each([
    ['no options', `new Notification('x', undefined)`],
    ['null options', `new Notification('x', null)`],
    ['a function as options', `new Notification('x', () => 0)`],
    ['no actions', `new Notification('x', { actions: [] })`],
    ['renotify with a tag', `new Notification('x', { renotify: true, tag: 't' })`],
    ['vibration', `new Notification('x', { vibrate: [100, 50, 100] })`],
    ['members nobody knows', `new Notification('x', { canReply: true, reply: 1 })`],
  ])('P4 nothing: %s', (_, source) => {
    expect(thrown(openPage(), source)).toBe('nothing');
  });

  it('P4 passes on what the page itself throws, and what cannot be cloned', () => {
    expect(thrown(openPage(), `new Notification({ toString() { throw new RangeError('x'); } })`)).toBe(
      'RangeError',
    );
    expect(thrown(openPage(), `new Notification('x', { get body() { throw new RangeError('x'); } })`)).toBe(
      'RangeError',
    );
    expect(thrown(openPage(), `new Notification('x', { data: () => 0 })`)).toBe('DataCloneError');
  });

  it('P5 reads the options once, in the order of their names', () => {
    const order = openPage().run(`(() => {
      const read = [];
      new Notification('x', new Proxy({}, { get: (_, name) => { read.push(name); return undefined; } }));
      return read.join();
    })()`);
    expect(order).toBe(
      'actions,badge,body,data,dir,icon,image,lang,renotify,requireInteraction,silent,tag,timestamp,vibrate',
    );
  });
});

describe('P6 attributes', () => {
  it.each([
    ['title', `'Ann'`, '{}', 'Ann'],
    ['title', 'null', '{}', 'null'],
    ['title', 'undefined', '{}', 'undefined'],
    ['title', '12', '{}', '12'],
    ['body', `'x'`, '{}', ''],
    ['body', `'x'`, '{ body: 7 }', '7'],
    ['body', `'x'`, '{ body: null }', 'null'],
    ['dir', `'x'`, '{}', 'auto'],
    ['dir', `'x'`, `{ dir: 'rtl' }`, 'rtl'],
    ['lang', `'x'`, `{ lang: 'de-CH' }`, 'de-CH'],
    ['lang', `'x'`, `{ lang: 'en-US-x-hixie' }`, 'en-US-x-hixie'],
    ['lang', `'x'`, `{ lang: 'en-' }`, ''],
    ['lang', `'x'`, `{ lang: 'fr-x-xenomorph' }`, ''],
    ['tag', `'x'`, `{ tag: 't' }`, 't'],
    ['icon', `'x'`, `{ icon: '/a.png' }`, 'https://chat.example/a.png'],
    ['icon', `'x'`, `{ icon: 'b.png' }`, 'https://chat.example/rooms/b.png'],
    ['icon', `'x'`, `{ icon: 'http://[' }`, ''],
    ['icon', `'x'`, '{}', ''],
    ['image', `'x'`, `{ image: '/i' }`, 'https://chat.example/i'],
    ['badge', `'x'`, `{ badge: '/i' }`, 'https://chat.example/i'],
    ['renotify', `'x'`, `{ renotify: 1, tag: 't' }`, true],
    ['silent', `'x'`, '{}', null],
    ['silent', `'x'`, '{ silent: null }', null],
    ['silent', `'x'`, '{ silent: 0 }', false],
    ['silent', `'x'`, '{ silent: true }', true],
    ['requireInteraction', `'x'`, `{ requireInteraction: 'yes' }`, true],
    ['timestamp', `'x'`, '{ timestamp: 5.9 }', 5],
    ['timestamp', `'x'`, '{ timestamp: NaN }', 0],
    ['vibrate.length', `'x'`, '{ vibrate: 200 }', 1],
    ['vibrate.length', `'x'`, '{ vibrate: [1, 2] }', 1],
    ['vibrate[0]', `'x'`, '{ vibrate: 20000 }', 10_000],
    ['actions.length', `'x'`, '{}', 0],
    ['data', `'x'`, '{}', null],
    ['data', `'x'`, '{ data: undefined }', null],
    ['data.a', `'x'`, '{ data: { a: 1 } }', 1],
  ])('P6 %s of (%s, %s) is %j', (name, title, options, value) => {
    expect(openPage().run(`new Notification(${title}, ${options}).${name}`)).toBe(value);
  });

  it('P6 lists are frozen and the same each time; data is a copy and the same each time', () => {
    expect(
      openPage().run(`(() => {
        const data = { a: 1 };
        const n = new Notification('x', { data, vibrate: 5 });
        return [Object.isFrozen(n.actions), Object.isFrozen(n.vibrate), n.actions === n.actions, n.data === n.data, n.data === data].join();
      })()`),
    ).toBe('true,true,true,true,false');
  });

  it.each([
    [
      'React elements',
      `{ props: { content: ['Ann', ' says ', { props: { children: 'hi' } }] } }`,
      'Ann says hi',
    ],
    ['a list', `['Ann', { text: ' and Ben' }]`, 'Ann and Ben'],
    ['an object without words', `{ a: 1 }`, '[object Object]'],
    ['an object with its own text', `{ toString: () => 'mine' }`, 'mine'],
    ['a member that throws', `{ get text() { throw new Error('x'); } }`, '[object Object]'],
    ['a circle', `(() => { const a = {}; a.props = a; return a; })()`, '[object Object]'],
  ])('P7 title and body of %s', (_, source, text) => {
    expect(openPage().run(`new Notification(${source}).title`)).toBe(text);
    expect(openPage().run(`new Notification('x', { body: ${source} }).body`)).toBe(text);
  });
});
