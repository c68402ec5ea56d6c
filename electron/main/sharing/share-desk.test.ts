import { describe, expect, it } from 'vitest';
import { screen, setUp } from './share.test-support';

describe('asking for the screen', () => {
  it('V30 V36 asks the person, and hands out what they chose and nothing else', async () => {
    const { ask, prompts, choose, given, shares, store } = setUp();
    const answers = await ask();
    expect(store.getState().session.prompts).toEqual([
      {
        ...{ kind: 'share', id: 'q1', serviceId: 'a', origin: 'https://a.test' },
        ...{ picker: 'own', isAudioOffered: false },
      },
    ]);
    expect(answers).toEqual([]);
    await choose('screen:9:9');
    expect(answers).toEqual([]);
    await choose();
    expect(answers).toEqual([true]);
    expect(given).toEqual([{ video: { id: 'screen:1:0', name: 'Screen 1' } }]);
    expect(prompts()).toEqual([]);
    expect(shares()).toEqual(['Screen 1']);
  });

  it('V32 V30 shares nothing when that is what they say, and remembers nothing', async () => {
    const { ask, prompts, desk, shares } = setUp();
    const answers = await ask();
    desk.answer('q1', null);
    desk.answer('q1', { sourceId: screen.id, withAudio: false });
    expect([answers, prompts(), shares()]).toEqual([[false], [], []]);
    await ask(2);
    expect(prompts()).toEqual(['q2']);
  });

  it('V30 refuses where our code in the page saw nothing, after a moment; its word may come later than the request', async () => {
    const { ask, clock, say, prompts, refuse } = setUp();
    const first = ask(0);
    clock.pass(500);
    expect(await first).toEqual([false]);
    expect(refuse).toHaveBeenCalledExactlyOnceWith('a', 'share: unseen');
    const second = ask(0);
    say({ asks: 1 });
    expect(await second).toEqual([]);
    expect(prompts()).toEqual(['q1']);
  });

  it('V30 what was seen long ago, for which no request came, stands for none that comes later', async () => {
    const { ask, say, clock, refuse } = setUp();
    say({ asks: 1 });
    clock.pass(1_001);
    say({ asks: 1 });
    const late = ask(0);
    clock.pass(500);
    expect(await late).toEqual([false]);
    expect(refuse).toHaveBeenCalledExactlyOnceWith('a', 'share: unseen');
  });

  it('V30 refuses a page of another site, and a frame without an origin', async () => {
    const { ask, page, refuse } = setUp();
    expect(await ask(1, 'about:blank')).toEqual([false]);
    page.url = 'https://login.test/';
    expect(await ask(2)).toEqual([false]);
    expect(refuse.mock.calls.map((call) => call[1] as string)).toEqual([
      'share: no origin',
      'share: foreign page',
    ]);
  });

  it('V31 asks one thing at a time, and not again and again', async () => {
    const { ask, desk, clock, refuse, prompts } = setUp();
    const first = await ask(1);
    // What is refused unasked does not count against the person's own click.
    expect(await ask(2)).toEqual([false]);
    expect(first).toEqual([]);
    desk.answer('q1', null);
    await ask(3);
    desk.answer('q2', null);
    await ask(4);
    desk.answer('q3', null);
    expect(await ask(5)).toEqual([false]);
    expect(refuse.mock.calls.map((call) => call[1] as string)).toEqual([
      'share: asks already',
      'share: too many',
    ]);
    clock.pass(10_000);
    await ask(6);
    expect(prompts()).toEqual(['q4']);
  });

  it.each<[string, string, readonly unknown[]]>([
    ['page’s document', 'did-navigate', []],
    ['frame’s document', 'did-frame-navigate', [{}, 'https://x', 200, 'OK', false, 4, 7]],
    ['page', 'destroyed', []],
  ])('V31 a question goes with its %s', async (_, event, args) => {
    const { ask, fire, prompts, acts, desk } = setUp();
    const answers = await ask();
    fire(event, ...args);
    expect([answers, prompts(), acts]).toEqual([[false], [], []]);
    expect(await desk.sources('q1')).toBeNull();
  });

  it('V31 a question goes with its service, and is none where the frame is gone', async () => {
    const { ask, choose, store, held, acts } = setUp();
    const answers = await ask();
    store.dispatch({ kind: 'view-document-replaced', serviceId: 'a' });
    expect(answers).toEqual([false]);
    const again = await ask(2);
    held.isFrameThere = false;
    await choose();
    expect([again, acts]).toEqual([[false], []]);
  });

  it('V36 ends the process of a page that has the person choose, and takes what it names itself', async () => {
    const { ask, choose, wanted, acts, shares, refuse } = setUp();
    wanted.byOldWay = true;
    await ask();
    await choose();
    expect(acts).toEqual(['end']);
    expect(shares()).toEqual([]);
    expect(refuse).toHaveBeenCalledExactlyOnceWith('a', 'share: taken past the picker');
  });

  it('V30 V36 hands out nothing without a click, nor to another frame', async () => {
    const { ask, choose, wanted, given, acts, shares } = setUp();
    wanted.userGesture = false;
    await ask();
    await choose();
    Object.assign(wanted, { userGesture: true, routingId: 8 });
    await ask(2);
    await choose();
    expect([given, acts, shares()]).toEqual([[null, null], [], []]);
  });

  it('V35 adds the sound on Windows where the page and the person want it', async () => {
    const { ask, choose, given, wanted, store } = setUp({ platform: 'win32', isWayland: false });
    await ask();
    expect(store.getState().session.prompts[0]).toMatchObject({ isAudioOffered: true });
    await choose(screen.id, true);
    wanted.audioRequested = false;
    await ask(2);
    await choose(screen.id, true);
    expect(given).toMatchObject([{ audio: 'loopback' }, {}]);
    expect(given[1]).not.toHaveProperty('audio');
  });

  it('V34 on Wayland looks at nothing, and is ready for the next time', async () => {
    const { ask, choose, given, held, shares, store } = setUp({ platform: 'linux', isWayland: true });
    for (const asks of [1, 2]) {
      await ask(asks);
      expect(store.getState().session.prompts[0]).toMatchObject({ picker: 'portal' });
      await choose('window:0:0');
    }
    expect(held.reads).toBe(0);
    expect(given).toEqual([
      { video: { id: 'window:0:0', name: '' } },
      { video: { id: 'window:0:0', name: '' } },
    ]);
    expect(shares()).toEqual(['', '']);
  });
});
