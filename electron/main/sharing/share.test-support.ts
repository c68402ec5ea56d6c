import { vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import type { ShareSystem } from '../../core/decide/decide-share';
import { selectServiceSession } from '../../core/state/selectors';
import { createAppStore } from '../store/app-store';
import { createTestClock } from '../test-clock.test-support';
import { createShareDesk, type Give } from './share-desk';
import type { ScreenSaid } from './share-page';

const x11: ShareSystem = { platform: 'linux', isWayland: false };
export const screen = { id: 'screen:1:0', kind: 'screen', name: 'Screen 1', picture: '' } as const;

/** Gives a desk with one page, which says what it is told to, and the person who chooses. */
export function setUp(system: ShareSystem = x11) {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  const clock = createTestClock();
  const held = { ids: 0, give: null as Give | null, isFrameThere: true, reads: 0 };
  const refuse = vi.fn();
  const desk = createShareDesk({
    ...clock,
    store,
    system,
    newId: () => `q${(held.ids += 1)}`,
    isOwnSite: (serviceId, url) => url.startsWith(`https://${serviceId}.test/`),
    readSources: async () => {
      held.reads += 1;
      return [screen];
    },
    isFrameThere: () => held.isFrameThere,
    refuse,
    onProblem: (error) => {
      throw error;
    },
  });
  desk.guard({ setDisplayMediaRequestHandler: (give: Give) => void (held.give = give) });
  const acts: string[] = [];
  const events = new Map<string, (...args: readonly unknown[]) => void>();
  /** Several listen to the same. */
  const page = {
    id: 1,
    url: 'https://a.test/room',
    isDestroyed: () => false,
    getURL: () => page.url,
    reload: () => acts.push('reload'),
    forcefullyCrashRenderer: () => acts.push('end'),
    on: (name: string, listener: (...args: readonly unknown[]) => void) => {
      const before = events.get(name);
      events.set(name, (...args) => {
        before?.(...args);
        listener(...args);
      });
    },
  };
  desk.watch(page);
  const frame = {
    ...{ key: 'frame:1:4:7', senderId: 1, processId: 4, frameRoutingId: 7 },
    reply: (event: { readonly kind: string }) => acts.push(event.kind) > 0,
  };
  const say = (said: ScreenSaid) => desk.hear(said, frame);
  /** What Electron does once permission is given for `getDisplayMedia`; the old way asks for nothing. */
  const wanted = { byOldWay: false, userGesture: true, audioRequested: true, routingId: 7 };
  const given: unknown[] = [];
  const ask = async (asks = 1, url = 'https://a.test/room') => {
    const answers: boolean[] = [];
    if (asks > 0) say({ asks });
    await desk.ask('a', page, url, (isGranted) => {
      answers.push(isGranted);
      if (!isGranted || wanted.byOldWay) return;
      held.give?.({ ...wanted, frame: { processId: 4, routingId: wanted.routingId } } as never, (streams) =>
        given.push(streams),
      );
    });
    return answers;
  };
  const prompts = () => store.getState().session.prompts.map(({ id }) => id);
  const choose = async (sourceId: string = screen.id, withAudio = false) => {
    const [id = ''] = prompts();
    await desk.sources(id);
    desk.answer(id, { sourceId, withAudio });
  };
  const shares = () => selectServiceSession(store.getState(), 'a').shares.map(({ name }) => name);
  const fire = (name: string, ...args: readonly unknown[]) => events.get(name)?.(...args);
  return {
    ...{ store, clock, held, desk, page, refuse, acts, say, ask, wanted, given },
    prompts,
    choose,
    shares,
    fire,
  };
}
