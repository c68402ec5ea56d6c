// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { createTestClock } from '../main/test-clock.test-support';
import { watchUnsent } from './unsent-watch';

beforeEach(() => {
  document.body.innerHTML = '';
});

function setUp(html: string) {
  document.body.innerHTML = html;
  const clock = createTestClock();
  const listeners = new Map<string, (event: Event) => void>();
  const told: string[] = [];
  const answer = watchUnsent(
    {
      addEventListener: (kind: string, listener: unknown) => listeners.set(kind, listener as () => void),
    },
    {
      post: (text) => told.push((JSON.parse(text) as { readonly what: string }).what),
      nowMs: clock.nowMs,
      later: (run, delayMs) => void clock.after(delayMs, run),
    },
  );
  const field = document.body.firstElementChild as HTMLInputElement;
  const fire = (kind: string, target: EventTarget = field, changes: object = {}): void =>
    listeners.get(kind)?.({
      isTrusted: true,
      composedPath: () => [target],
      ...changes,
    } as unknown as Event);
  const type = (text: string, changes: object = {}): void => {
    fire('beforeinput', field, changes);
    field.value = text;
    fire('input', field, changes);
  };
  return { clock, told, answer, field, fire, type };
}

it.each([
  ['a text area', '<textarea></textarea>', true],
  ['a text field', '<input>', true],
  ['a field for an address', '<input type="email">', true],
  ['a search', '<input type="search">', false],
  ['what is said to be a search', '<input role="searchbox">', false],
  ['a password', '<input type="password">', false],
  ['a choice', '<input type="checkbox">', false],
])('Z23 what is typed into %s', (_, html, isDraft) => {
  const { told, type } = setUp(html);
  type('Hello');
  expect(told).toEqual(isDraft ? ['text'] : []);
});

it('Z23 not what the page itself does, nor blanks, nor what was there before', () => {
  const { clock, told, type } = setUp('<textarea>Was here</textarea>');
  type('By the page', { isTrusted: false });
  type('   \u200b');
  expect(told).toEqual([]);
  const other = setUp('<textarea>Was here</textarea>');
  other.type('Was here!');
  other.type('Was here');
  other.clock.pass(2_000);
  clock.pass(2_000);
  expect([told, other.told]).toEqual([[], ['text', 'nothing']]);
});

it('Z24 a draft is gone once its field is empty, or gone, when something was pressed or left', () => {
  const { clock, told, field, fire, type } = setUp('<textarea></textarea>');
  type('Hello');
  fire('keyup');
  clock.pass(1_000);
  // The server has it.
  field.value = '';
  clock.pass(1_000);
  expect(told).toEqual(['text', 'nothing']);
  type('Again');
  clock.pass(2_000);
  field.remove();
  fire('click', document.body);
  clock.pass(250);
  expect(told).toEqual(['text', 'nothing', 'text', 'nothing']);
  expect(clock.waiting()).toBe(1);
});

it('Z24 main is answered when it asks, and told when the document goes or comes back', () => {
  const { told, answer, field, fire, type } = setUp('<textarea></textarea>');
  answer();
  type('Hello');
  answer();
  field.value = '';
  answer();
  expect(told).toEqual(['nothing', 'text', 'text', 'nothing']);
  type('Hello');
  fire('pagehide');
  fire('pageshow');
  expect(told.slice(4)).toEqual(['text', 'nothing', 'text']);
});

it('Z22 files that the person gives are told', () => {
  const { told, fire } = setUp('<input type="file">');
  const carrying = (types: readonly string[]) => ({ types });
  fire('drop', document.body, { dataTransfer: carrying(['text/plain']) });
  fire('paste', document.body, { clipboardData: carrying(['text/plain']) });
  expect(told).toEqual([]);
  fire('drop', document.body, { dataTransfer: carrying(['Files']) });
  fire('paste', document.body, { clipboardData: carrying(['Files']) });
  expect(told).toEqual(['files', 'files']);
});

it('Z27 main is told ten times at once and twice a second', () => {
  const { clock, told, answer } = setUp('<textarea></textarea>');
  for (let count = 0; count < 50; count += 1) answer();
  expect(told).toHaveLength(10);
  clock.pass(1_000);
  for (let count = 0; count < 50; count += 1) answer();
  expect(told).toHaveLength(12);
});
