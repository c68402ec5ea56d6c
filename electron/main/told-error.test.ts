import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeError } from './told-error';

const withStack = (stack: string): Error => Object.assign(new Error('x'), { stack });

describe('W220 an error in the log', () => {
  it('W220 is its kind, its code and where it was thrown, without folders', () => {
    const error = Object.assign(new TypeError('cannot read secret-lunch of /home/mira/x'), {
      code: 'ENOSPC',
    });
    error.stack = [
      'TypeError: cannot read secret-lunch of /home/mira/x',
      '    at readRoom (file:///home/mira/foyer/out/main/index.js:10:2)',
      '    at async Object.hear [as told] (/opt/Foyer/resources/app.asar/out/main/chunks/lib.mjs:7:30)',
      '    at /home/mira/secret folder/x.js:1:1',
      '    at secret (https://chat.example/out/main/secret.js:1:1)',
      '    at new Promise (<anonymous>)',
      '    at C:\\Users\\Mira\\foyer\\out\\main\\index.js:3:4',
      '    at node:internal/process/task_queues:95:5',
    ].join('\n');
    expect(describeError(error)).toEqual({
      name: 'TypeError',
      code: 'ENOSPC',
      frames: ['readRoom index.js:10:2', 'Object.hear lib.mjs:7:30', 'index.js:3:4'],
    });
  });

  it.each([
    ['a text', 'secret-lunch', { name: 'thrown', code: undefined, frames: [] }],
    ['nothing', null, { name: 'thrown', code: undefined, frames: [] }],
    [
      'a name that is none',
      Object.assign(withStack(''), { name: 'secret lunch' }),
      { name: 'Error', code: undefined, frames: [] },
    ],
    [
      'a code that is none',
      Object.assign(withStack(''), { code: 'Secret' }),
      { name: 'Error', code: undefined, frames: [] },
    ],
    [
      'a code that is a token',
      Object.assign(withStack(''), { name: 'Mira', code: 'AKIAIOSFODNN7EXAMPLE' }),
      { name: 'Error', code: undefined, frames: [] },
    ],
    [
      'a message of several lines like frames',
      new Error('x\n    at secret (/app/out/main/secret.js:1:1)\n'),
      { name: 'Error', code: undefined, frames: [] },
    ],
    ['a message like a frame', withStack('Error: at secret'), { name: 'Error', code: undefined, frames: [] }],
  ])('W220 of %s says no more', (_, error, told) => expect(describeError(error)).toEqual(told));

  it('W220 never holds its message, whatever that is', () => {
    const message = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.webUrl(), fc.json());
    fc.assert(
      fc.property(message, (text) => {
        const marked = `MARKER ${text} MARKER`;
        expect(JSON.stringify(describeError(new Error(marked)))).not.toContain('MARKER');
        expect(JSON.stringify(describeError(marked))).not.toContain('MARKER');
      }),
    );
  });
});
