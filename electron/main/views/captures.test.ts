import { describe, expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { selectServiceSession } from '../../core/state/selectors';
import { createAppStore } from '../store/app-store';
import { createCaptures } from './captures';
import type { FramePage } from './frame-book';

type Event = Parameters<FramePage['on']>[0];

function setUp() {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  const waiting: { readonly delayMs: number; readonly run: () => void }[] = [];
  const gone = new Set<number>();
  const refused: string[] = [];
  const captures = createCaptures({
    store,
    after: (delayMs, run) => {
      const timer = { delayMs, run };
      waiting.push(timer);
      return () => {
        if (waiting.includes(timer)) waiting.splice(waiting.indexOf(timer), 1);
      };
    },
    isFrameThere: (_processId, routingId) => !gone.has(routingId),
    refuse: (serviceId, reason) => refused.push(`${serviceId} ${reason}`),
  });
  /** Page 1 is the view of service a, page 2 its child window, page 3 the view of b. */
  const pages = new Map<number, (event: Event, ...args: readonly unknown[]) => void>();
  for (const id of [1, 2, 3]) {
    const heard = new Map<Event, (...args: readonly unknown[]) => void>();
    captures.watch({ id, on: (event, listener) => heard.set(event, listener) });
    pages.set(id, (event, ...args) => heard.get(event)?.(...args));
  }
  const say = (contentsId: number, tracks: number, frameRoutingId = 1): void =>
    captures.hear(
      contentsId === 3 ? 'b' : 'a',
      { tracks },
      {
        key: `frame:${contentsId}:4:${frameRoutingId}`,
        senderId: contentsId,
        processId: 4,
        frameRoutingId,
      },
    );
  return {
    store,
    captures,
    gone,
    refused,
    waiting,
    say,
    fire: (id: number, event: Event, ...args: readonly unknown[]): void => pages.get(id)?.(event, ...args),
    pass: (delayMs: number): void => {
      for (const timer of waiting.filter((one) => one.delayMs === delayMs)) {
        waiting.splice(waiting.indexOf(timer), 1);
        timer.run();
      }
    },
    capturing: (): readonly boolean[] =>
      ['a', 'b'].map((id) => selectServiceSession(store.getState(), id).capturing),
  };
}

const END_MS = 2_000;
const CHECK_MS = 5_000;

describe('createCaptures', () => {
  it('V22 believes a capture only of a page that was given something in this document', () => {
    const { captures, refused, say, fire, capturing } = setUp();
    say(1, 1);
    captures.grant(3);
    say(1, 1);
    expect(capturing()).toEqual([false, false]);
    captures.grant(1);
    say(1, 1);
    expect(capturing()).toEqual([true, false]);
    fire(1, 'did-navigate');
    say(1, 1);
    expect(capturing()).toEqual([false, false]);
    expect(refused).toEqual(Array.from({ length: 3 }, () => 'a capture: nothing was given'));
  });

  it('V23 ends two seconds after the last track, so that changing the microphone is one call', () => {
    const { captures, waiting, say, pass, capturing } = setUp();
    captures.grant(1);
    say(1, 1);
    say(1, 0);
    say(1, 0);
    expect(waiting.filter(({ delayMs }) => delayMs === END_MS)).toHaveLength(1);
    say(1, 2);
    pass(END_MS);
    expect(capturing()).toEqual([true, false]);
    say(1, 0);
    expect(capturing()).toEqual([true, false]);
    pass(END_MS);
    expect(capturing()).toEqual([false, false]);
  });

  it('V23 lasts while any frame or window of the service captures', () => {
    const { captures, say, pass, capturing } = setUp();
    captures.grant(1);
    captures.grant(2);
    say(1, 1, 1);
    say(1, 1, 9);
    say(2, 1);
    say(1, 0, 1);
    pass(END_MS);
    say(1, 0, 9);
    pass(END_MS);
    expect(capturing()).toEqual([true, false]);
    say(2, 0);
    pass(END_MS);
    expect(capturing()).toEqual([false, false]);
  });

  it.each<[string, Event, readonly unknown[]]>([
    ['another document', 'did-navigate', []],
    ['its process', 'render-process-gone', []],
    ['the page itself', 'destroyed', []],
    ['the frame’s document', 'did-frame-navigate', [{}, 'https://x', 200, 'OK', false, 4, 1]],
  ])('V23 ends at once with %s', (_, event, args) => {
    const { captures, say, fire, capturing } = setUp();
    captures.grant(1);
    say(1, 1);
    fire(3, event, ...args);
    expect(capturing()).toEqual([true, false]);
    fire(1, event, ...args);
    expect(capturing()).toEqual([false, false]);
  });

  it('V23 ends within five seconds of a frame’s being taken out, and looks no longer than needed', () => {
    const { captures, gone, waiting, say, pass, capturing } = setUp();
    captures.grant(1);
    say(1, 1, 9);
    pass(CHECK_MS);
    expect(capturing()).toEqual([true, false]);
    gone.add(9);
    pass(CHECK_MS);
    expect(capturing()).toEqual([false, false]);
    expect(waiting).toEqual([]);
  });

  it('V23 goes on in a child window when the view’s document is replaced', () => {
    const { store, captures, say, fire, capturing } = setUp();
    captures.grant(2);
    say(2, 1);
    fire(1, 'did-navigate');
    store.dispatch({ kind: 'view-document-replaced', serviceId: 'a' });
    expect(capturing()).toEqual([true, false]);
  });

  it('V38 knows whether it is a camera, a microphone, or the screen alone', () => {
    const { store, captures } = setUp();
    const frame = { key: 'frame:1:4:1', senderId: 1, processId: 4, frameRoutingId: 1 };
    const used = () => {
      const { capturing, camera, microphone } = selectServiceSession(store.getState(), 'a');
      return [capturing, camera, microphone];
    };
    captures.grant(1);
    captures.hear('a', { tracks: 2, cameras: 1, screens: 0 }, frame);
    expect(used()).toEqual([true, true, true]);
    captures.hear('a', { tracks: 1, cameras: 1, screens: 0 }, frame);
    expect(used()).toEqual([true, true, false]);
    captures.hear('a', { tracks: 1, cameras: 0, screens: 1 }, frame);
    expect(used()).toEqual([true, false, false]);
  });

  it('V23 leaves no timer behind', () => {
    const { captures, waiting, say } = setUp();
    captures.grant(1);
    say(1, 1);
    say(1, 0);
    captures.stop();
    expect(waiting).toEqual([]);
  });
});
