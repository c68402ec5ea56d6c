import { expect, it } from 'vitest';
import { createOwnCode } from './own-code';

function setUp() {
  const did: string[] = [];
  const waiting: (() => void)[] = [];
  const put = createOwnCode({
    origin: 'https://a.test',
    addStyle: (css) => {
      did.push(`+${css}`);
      return () => did.push(`-${css}`);
    },
    run: (js) => {
      did.push(js);
      return js === 'bad' ? Promise.reject(new Error('bad')) : Promise.resolve();
    },
    whenWhole: (then) => waiting.push(then),
    problem: (error) => did.push(String(error)),
  });
  const event = { kind: 'own-code', origin: 'https://a.test', css: '', js: '', isNew: true } as const;
  return { did, put, event, whole: () => waiting.splice(0).forEach((then) => then()) };
}

it('R23 what was meant for another document is let be', () => {
  const { did, put, event, whole } = setUp();
  put({ ...event, origin: 'https://b.test', css: 'p', js: '1' });
  whole();
  expect(did).toEqual([]);
});

it('R23 R24 the style takes the place of the one before, the script runs once, when the document is whole', () => {
  const { did, put, event, whole } = setUp();
  put({ ...event, css: 'p', js: '1' });
  expect(did.splice(0)).toEqual(['+p']);
  whole();
  expect(did.splice(0)).toEqual(['1']);
  put({ ...event, css: 'q', js: '2', isNew: false });
  put({ ...event, css: '', js: '2' });
  whole();
  expect(did).toEqual(['-p', '+q', '-q']);
});

it('R23 a script that fails is told in the page’s own tools', async () => {
  const { did, put, event, whole } = setUp();
  put({ ...event, js: 'bad' });
  whole();
  await expect.poll(() => did).toEqual(['bad', 'Error: bad']);
});
