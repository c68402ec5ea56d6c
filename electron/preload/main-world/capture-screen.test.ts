import v8 from 'node:v8';
import vm from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { told } from './capture.test-support';
import { openPage } from './test-world';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Has what nobody holds collected. */
function collect(): void {
  v8.setFlagsFromString('--expose-gc');
  (vm.runInNewContext('gc') as () => void)();
}

describe('captures of the screen', () => {
  it('V30 what asks for the screen without a click or a key before is not counted as asking', async () => {
    const world = openPage();
    await told(
      world,
      'isActive = false; await navigator.mediaDevices.getDisplayMedia("NotAllowedError").catch(() => 0)',
    );
    expect(world.sent).toEqual([]);
    await told(
      world,
      `UserActivation.prototype.__defineGetter__('isActive', () => true);
       await navigator.mediaDevices.getDisplayMedia('NotAllowedError').catch(() => 0)`,
    );
    expect(world.sent).toEqual([]);
  });

  it.each(['MediaStream', 'Object'])('V37 P72 no page takes a stream on its way to us: %s', async (owner) => {
    const world = openPage();
    await told(
      world,
      `const own = { configurable: true, value(go) { delete ${owner}.prototype.then; go(new MediaStream()); } };
       Reflect.defineProperty(${owner}.prototype, 'then', own);
       await navigator.mediaDevices.getDisplayMedia()`,
    );
    expect(world.sent.at(-1)).toMatchObject({ screens: 1, shares: 1 });
  });

  it('V37 what the page itself throws into the asking is none that was given, nor is what another document asks', async () => {
    const world = openPage();
    await told(
      world,
      `const wanted = { get video() { throw new DOMException('', 'AbortError'); } };
       await navigator.mediaDevices.getDisplayMedia(wanted).catch(() => 0)`,
    );
    expect(world.sent.at(-1)).toMatchObject({ asks: 1, shares: 0 });
    const ofOther = 'navigator.mediaDevices.getDisplayMedia.call(new MediaDevices()';
    await told(world, `await ${ofOther}, 'AbortError').catch(() => 0)`);
    expect(world.sent.at(-1)).toMatchObject({ asks: 1, shares: 0 });
    await told(world, `await ${ofOther})`);
    expect(world.sent.at(-1)).toMatchObject({ screens: 1, asks: 1, shares: 0 });
  });

  it('V40 ends what shows the screen when main says so, copies too, and the page hears of it as from a browser', async () => {
    const world = openPage();
    await told(
      world,
      `s = await navigator.mediaDevices.getUserMedia(1);
       d = await navigator.mediaDevices.getDisplayMedia();
       c = d.clone();
       heard = [];
       for (const track of [...d.getTracks(), ...c.getTracks()])
         track.addEventListener('ended', () => heard.push(track.readyState));`,
    );
    world.deliver({ kind: 'share-stop' });
    expect(world.sent.at(-1)).toMatchObject({ tracks: 1, screens: 0, shares: 1 });
    expect(world.run('[heard, s.getTracks()[0].readyState]')).toEqual([['ended', 'ended'], 'live']);
  });

  it('V37 P70 a copy of what an element gives out that plays it goes on', async () => {
    const world = openPage();
    await told(
      world,
      `d = await navigator.mediaDevices.getDisplayMedia();
       c = new MediaStream([MediaStreamTrack.again(d.getTracks()[0])]).clone();
       d.getTracks()[0].stop();`,
    );
    expect(world.sent.at(-1)).toMatchObject({ tracks: 1, screens: 1 });
    world.deliver({ kind: 'share-stop' });
    expect(world.run('c.getTracks()[0].readyState')).toBe('ended');
    expect(world.sent.at(-1)).toMatchObject({ screens: 0 });
  });

  it('V37 one of the screen that ends by itself or is stopped is over; one that was handed over is not', async () => {
    const world = openPage();
    const screens = async (source: string) => {
      await told(world, source);
      return world.sent.at(-1)?.['screens'];
    };
    expect(await screens('d = await navigator.mediaDevices.getDisplayMedia()')).toBe(1);
    expect(await screens('MediaStreamTrack.end(d.getTracks()[0])')).toBe(0);
    expect(await screens('d = await navigator.mediaDevices.getDisplayMedia()')).toBe(1);
    expect(await screens('d.getTracks()[0].stop()')).toBe(0);
    expect(await screens('d = await navigator.mediaDevices.getDisplayMedia()')).toBe(1);
    expect(await screens('MediaStreamTrack.handOver(d.getTracks()[0]); d.getTracks()[0].clone()')).toBe(1);
  });

  it('V37 the page itself can neither say that one ended, nor end one that was handed over; nor can we: it is loaded anew', async () => {
    const world = openPage();
    await told(world, 't = (await navigator.mediaDevices.getDisplayMedia()).getTracks()[0]');
    await told(world, `t.dispatchEvent(new Event('ended'))`, 2_000);
    expect(world.sent.at(-1)).toMatchObject({ screens: 1 });
    await told(world, 'MediaStreamTrack.handOver(t); t.stop()', 2_000);
    await told(world, `t.dispatchEvent(new Event('ended'))`, 2_000);
    world.deliver({ kind: 'share-stop' });
    expect(world.sent.at(-1)).toMatchObject({ screens: 1 });
  });

  it('V37 P72 one of the screen is held until it is over, of others nothing', async () => {
    const world = openPage();
    await told(
      world,
      `await navigator.mediaDevices.getUserMedia(1);
       MediaStreamTrack.handOver((await navigator.mediaDevices.getDisplayMedia()).getTracks()[0]);`,
    );
    expect(world.sent.at(-1)).toMatchObject({ tracks: 2, screens: 1 });
    // What a hold gave lasts as long as what runs.
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    await told(world, '', 2_000);
    expect(world.sent.at(-1)).toMatchObject({ tracks: 1, screens: 1 });
  });
});
