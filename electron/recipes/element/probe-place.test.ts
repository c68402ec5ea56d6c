import { afterEach, expect, it, vi } from 'vitest';
import type { ElementKit, MatrixClient } from './page-model';
import { addPlace } from './probe-place';

afterEach(() => void vi.unstubAllGlobals());

const client = {
  getVisibleRooms: () => [
    { roomId: '!old:x' },
    { roomId: '!b:x', getCanonicalAlias: () => '#main:x', getAltAliases: () => ['#büro:x'] },
  ],
} as unknown as MatrixClient;

it.each([
  ['#/room/!a:x', '!a:x'],
  ['#/room/!a:x/$event', '!a:x'],
  ['#/room/#main:x/$event?via=x', '!b:x'],
  ['#/room/#b%C3%BCro:x', '!b:x'],
  ['#/room/#nobody:x', ''],
  ['#/room/#%E0%A4%A', ''],
  ['#/home', ''],
  ['', ''],
])('C21 knows which room %s names', (hash, expected) => {
  const kit = {} as ElementKit;
  vi.stubGlobal('kit', kit);
  vi.stubGlobal('location', { hash });
  addPlace('kit');
  expect(kit.place.shown(client)).toBe(expected);
});
