import { expect, it } from 'vitest';
import { createTestClock } from '../test-clock.test-support';
import type { FramePage } from '../views/frame-book';
import { createDrafts } from './drafts';

type Event = Parameters<FramePage['on']>[0];

function setUp() {
  const clock = createTestClock();
  const open = new Set<string>();
  const gone = new Set<number>();
  const asked: number[] = [];
  const drafts = createDrafts({
    book: { begin: (...what) => void open.add(what.join()), end: (...what) => void open.delete(what.join()) },
    after: clock.after,
    isFrameThere: (_processId, routingId) => !gone.has(routingId),
  });
  const heard = new Map<Event, (...args: readonly unknown[]) => void>();
  drafts.watch({ id: 1, on: (event, listener) => heard.set(event, listener) });
  const say = (hasDraft: boolean, frameRoutingId = 5): void =>
    drafts.hear('a', hasDraft, {
      key: `frame:1:4:${frameRoutingId}`,
      senderId: 1,
      processId: 4,
      frameRoutingId,
      reply: () => {
        if (gone.has(frameRoutingId)) return false;
        asked.push(frameRoutingId);
        return true;
      },
    });
  return {
    clock,
    drafts,
    open,
    gone,
    asked,
    say,
    fire: (event: Event, ...args: unknown[]) => heard.get(event)?.(...args),
  };
}

it('Z23 each frame is believed of itself', () => {
  const { open, say } = setUp();
  say(true, 5);
  say(true, 6);
  say(false, 6);
  say(false, 7);
  expect([...open]).toEqual(['a,draft,frame:1:4:5']);
  say(false, 5);
  expect(open.size).toBe(0);
});

it.each<[string, Event, readonly unknown[]]>([
  ['the page', 'did-navigate', []],
  ['its process', 'render-process-gone', []],
  ['its view', 'destroyed', []],
  ['a frame', 'did-frame-navigate', [{}, 'https://x/', 200, '', false, 4, 5]],
])('Z23 a draft goes with %s', (_, event, args) => {
  const { open, say, fire } = setUp();
  say(true);
  fire(event, ...args);
  expect(open.size).toBe(0);
});

it('Z24 frames that have something are asked every half minute, and one that is gone has nothing', () => {
  const { clock, open, gone, asked, say } = setUp();
  say(true, 5);
  say(true, 6);
  clock.pass(30_000);
  expect(asked).toEqual([5, 6]);
  gone.add(6);
  clock.pass(30_000);
  expect([...open]).toEqual(['a,draft,frame:1:4:5']);
  say(false, 5);
  clock.pass(30_000);
  expect(clock.waiting()).toBe(0);
});

it('Z24 before a page goes they are asked again, and those that do not answer hold what they said', async () => {
  const { clock, drafts, open, say } = setUp();
  await drafts.ask('a');
  say(true, 5);
  say(true, 6);
  const answered = drafts.ask('a');
  say(false, 5);
  clock.pass(500);
  await answered;
  expect([...open]).toEqual(['a,draft,frame:1:4:6']);
});

it('Z24 a frame that is gone when it is asked has nothing', async () => {
  const { drafts, open, gone, say } = setUp();
  say(true, 5);
  gone.add(5);
  await drafts.ask('a');
  expect(open.size).toBe(0);
});
