import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { told } from './capture.test-support';
import { openPage } from './test-world';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('captures', () => {
  it('P70 tells how many tracks are live, from the first to the last', async () => {
    const world = openPage();
    expect(await told(world, 's = await navigator.mediaDevices.getUserMedia(2)')).toBe(2);
    expect(world.sent).toEqual([{ kind: 'capture', tracks: 2, cameras: 0, screens: 0, asks: 0, shares: 0 }]);
    expect(await told(world, 's.getTracks()[0].stop()')).toBe(1);
    expect(await told(world, 's.getTracks()[0].stop()')).toBe(1);
    expect(await told(world, 's.getTracks()[1].stop()')).toBe(0);
  });

  it.each([
    ['the screen', 's = await navigator.mediaDevices.getDisplayMedia()', 1],
    ['by the old form', 'await new Promise((done) => navigator.getUserMedia(1, done, done))', 1],
    [
      'a copy of a track, which lives by itself',
      's = await navigator.mediaDevices.getUserMedia(1); t = s.getTracks()[0]; t.clone(); t.stop()',
      1,
    ],
    [
      'copies of all of a stream',
      's = await navigator.mediaDevices.getUserMedia(2); s.clone(); s.getTracks()[0].stop()',
      3,
    ],
    [
      'a copy of a copy',
      's = await navigator.mediaDevices.getUserMedia(1); c = s.clone(); s.getTracks()[0].stop(); d = c.getTracks()[0].clone(); c.getTracks()[0].stop()',
      1,
    ],
    [
      'not a copy of one that has ended',
      's = await navigator.mediaDevices.getUserMedia(2); s.getTracks()[0].stop(); s.getTracks()[0].clone()',
      1,
    ],
    [
      'of a mixed stream only what was captured',
      's = await navigator.mediaDevices.getUserMedia(1); new MediaStream([new MediaStreamTrack(), s.getTracks()[0]]).clone()',
      2,
    ],
    ['not what the page makes itself', 'new MediaStream([new MediaStreamTrack()]).clone()', undefined],
    [
      'nothing when it was refused',
      `await navigator.mediaDevices.getUserMedia('refuse').catch(() => 0)`,
      undefined,
    ],
  ])('P70 counts %s', async (_, source, tracks) => {
    expect(await told(openPage(), source)).toBe(tracks);
  });

  it('P71 notices within two seconds that a source ended by itself', async () => {
    const world = openPage();
    expect(await told(world, 's = await navigator.mediaDevices.getUserMedia(1)')).toBe(1);
    expect(await told(world, 'MediaStreamTrack.end(s.getTracks()[0])', 2_000)).toBe(0);
  });

  it('P71 tells the count again every two seconds while there is one, and once when there is none', async () => {
    const world = openPage();
    await told(world, 's = await navigator.mediaDevices.getUserMedia(1)', 6_100);
    await told(world, 's.getTracks()[0].stop()', 60_000);
    expect(world.sent.map(({ tracks }) => tracks)).toEqual([1, 1, 1, 1, 0, 0]);
  });

  it('P71 of many changes at once the first is told, and the last when it is quiet', async () => {
    const world = openPage();
    await told(world, 'for (let i = 1; i <= 50; i += 1) await navigator.mediaDevices.getUserMedia(1)');
    expect(world.sent.map(({ tracks }) => tracks)).toEqual([1, 50]);
  });

  it('P72 the page gets what it would get, and as it would', async () => {
    const world = openPage();
    expect(
      await world.run(`(async () => {
        const asked = navigator.mediaDevices.getUserMedia(1);
        const stream = await asked;
        const refused = await navigator.mediaDevices.getUserMedia('refuse').catch((error) => error);
        let thrown;
        try { navigator.getUserMedia(1, () => 0); } catch (error) { thrown = error; }
        return [
          asked instanceof Promise,
          stream instanceof MediaStream,
          stream.clone() instanceof MediaStream,
          refused.name,
          thrown instanceof TypeError,
          MediaDevices.prototype.getUserMedia.name,
          Navigator.prototype.getUserMedia.length,
          'prototype' in MediaStreamTrack.prototype.stop,
        ];
      })()`),
    ).toEqual([true, true, true, 'NotAllowedError', true, 'getUserMedia', 3, false]);
  });

  it('P72 a page that replaces the builtins neither ends nor fakes a capture', async () => {
    const world = openPage();
    const hostile = `
      s = await navigator.mediaDevices.getUserMedia(1);
      Object.defineProperty(MediaStreamTrack.prototype, 'readyState', { get: () => 'ended' });
      MediaStream.prototype.getTracks = WeakRef.prototype.deref = WeakSet.prototype.has = () => [];
      Array.prototype[Symbol.iterator] = Reflect.apply = () => { throw new Error('mine'); };
      Object.defineProperty(Object.prototype, '1', { set() { throw new Error('mine'); }, configurable: true });
      await navigator.mediaDevices.getUserMedia(2);`;
    expect(await told(world, hostile)).toBe(3);
  });

  it('P70 tells cameras from microphones and the screen, and how often the screen was asked for and came', async () => {
    const world = openPage();
    const last = () => world.sent.at(-1);
    await told(world, 's = await navigator.mediaDevices.getUserMedia("video")');
    expect(last()).toMatchObject({ tracks: 1, cameras: 1, screens: 0, asks: 0, shares: 0 });
    const asked = world.run('d = navigator.mediaDevices.getDisplayMedia()');
    // At once, before the answer: main waits for it.
    expect(last()).toMatchObject({ tracks: 1, screens: 0, asks: 1, shares: 0 });
    await asked;
    expect(await told(world, 'd = await d')).toBe(2);
    expect(last()).toMatchObject({ cameras: 1, screens: 1, asks: 1, shares: 1 });
    await told(world, 'e = d.clone()');
    expect(last()).toMatchObject({ tracks: 3, screens: 2 });
  });

  it('P70 a refusal of the screen is none that came; one that was given and failed is', async () => {
    const world = openPage();
    const refused = (name: string) =>
      told(world, `await navigator.mediaDevices.getDisplayMedia('${name}').catch(() => 0)`);
    await refused('NotAllowedError');
    await refused('InvalidStateError');
    expect(world.sent.at(-1)).toMatchObject({ asks: 2, shares: 0 });
    await refused('NotReadableError');
    await refused('AbortError');
    expect(world.sent.at(-1)).toMatchObject({ tracks: 0, asks: 4, shares: 2 });
  });

  it('P73 frames of another origin tell too: a call often lives in one', async () => {
    const world = openPage();
    await world.run(`ancestors = ['https://x.example']`);
    expect(await told(world, 's = await navigator.mediaDevices.getUserMedia(1)')).toBe(1);
  });
});
