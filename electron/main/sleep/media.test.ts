import { expect, it } from 'vitest';
import { createTestClock } from '../test-clock.test-support';
import { watchMedia, type MediaPage } from './media';

type Event = Parameters<MediaPage['on']>[0];

function setUp() {
  const clock = createTestClock();
  const heard = new Map<Event, () => void>();
  const page = { isAudible: false };
  const open = new Set<string>();
  watchMedia(
    'a',
    { id: 7, isCurrentlyAudible: () => page.isAudible, on: (event, listener) => heard.set(event, listener) },
    {
      begin: (...what) => void open.add(what.join()),
      end: (...what) => void open.delete(what.join()),
    },
    clock.after,
  );
  const sound = (isAudible: boolean): void => {
    page.isAudible = isAudible;
    heard.get('audio-state-changed')?.();
  };
  return { clock, sound, fire: (event: Event) => heard.get(event)?.(), playing: () => [...open] };
}

it('Z21 a page plays once it has been heard for three seconds', () => {
  const { clock, sound, playing } = setUp();
  sound(true);
  clock.pass(2_999);
  expect(playing()).toEqual([]);
  clock.pass(1);
  expect(playing()).toEqual(['a,media,page:7']);
});

it('Z21 the sound of a message is no playing, however many there are', () => {
  const { clock, sound, playing } = setUp();
  for (let count = 0; count < 20; count += 1) {
    sound(true);
    clock.pass(1_200);
    sound(false);
    clock.pass(2_500);
  }
  expect(playing()).toEqual([]);
  expect(clock.waiting()).toBe(0);
});

it('Z21 it plays until it was not heard for three minutes', () => {
  const { clock, sound, playing } = setUp();
  sound(true);
  clock.pass(3_000);
  sound(false);
  clock.pass(179_999);
  sound(true);
  clock.pass(1_000_000);
  expect(playing()).toHaveLength(1);
  sound(false);
  clock.pass(180_000);
  expect(playing()).toEqual([]);
});

it.each<Event>(['did-navigate', 'render-process-gone', 'destroyed'])(
  'Z21 it ends with its page (%s)',
  (event) => {
    const { clock, sound, fire, playing } = setUp();
    sound(true);
    clock.pass(3_000);
    fire(event);
    expect(playing()).toEqual([]);
    expect(clock.waiting()).toBe(0);
  },
);
