import type { BusAnswer, BusCall, BusWatcher } from '../../session-bus/bus';
import { createLinuxPresenter } from './linux-presenter';
import type { DesktopNotification } from './presenter';

/** Gives a notification for tests, named after its id. */
export const toOne = (id: string, changes: Partial<DesktopNotification> = {}): DesktopNotification => ({
  id,
  title: `Title ${id}`,
  body: 'a <b> & c',
  serviceName: 'Team chat',
  picture: undefined,
  isQuiet: false,
  isLasting: false,
  actions: [],
  ...changes,
});

/** A daemon that numbers from 1 and answers at once, or only when told to while it hangs. */
export function setUp(capabilities: readonly string[] = ['actions', 'body', 'body-markup']) {
  const calls: BusCall[] = [];
  const said: string[] = [];
  const held: { watcher: BusWatcher | undefined; isHanging: boolean; next: number } = {
    watcher: undefined,
    isHanging: false,
    next: 1,
  };
  const waiting: (() => void)[] = [];
  const answer = (call: BusCall): BusAnswer => {
    if (call.member === 'GetCapabilities') return { kind: 'reply', body: [capabilities] };
    if (call.member !== 'Notify') return { kind: 'reply', body: [] };
    const replaced = call.body?.[1];
    if (typeof replaced === 'number' && replaced > 0) return { kind: 'reply', body: [replaced] };
    return { kind: 'reply', body: [held.next++] };
  };
  const presenter = createLinuxPresenter(
    {
      shown: (id) => said.push(`shown ${id}`),
      clicked: (id) => said.push(`clicked ${id}`),
      acted: (id, actionId) => said.push(`acted ${id} ${actionId}`),
      dismissed: (id) => said.push(`dismissed ${id}`),
      failed: (id, reason) => said.push(`failed ${id}: ${reason}`),
    },
    {
      bus: {
        watch: (_target, watcher) => {
          held.watcher = watcher;
          return () => said.push('stopped');
        },
        call: (call) =>
          new Promise((resolve) => {
            calls.push(call);
            if (held.isHanging) waiting.push(() => resolve(answer(call)));
            else resolve(answer(call));
          }),
      },
      urlOf: async (picture) => {
        if (picture.key === 'slow') await new Promise(setImmediate);
        return `file:///${picture.key}.png`;
      },
      translate: (key, values) => [key, ...Object.values(values ?? {})].join('|'),
      desktopEntry: 'foyer',
    },
  );
  const settled = (): Promise<void> => new Promise(setImmediate);
  const wake = async (): Promise<void> => {
    held.isHanging = false;
    for (const resolve of waiting.splice(0)) resolve();
    await settled();
  };
  const hang = (): void => {
    held.isHanging = true;
  };
  const bodies = (member: string) => calls.filter((call) => call.member === member).map((call) => call.body);
  const signal = (member: string, ...body: readonly unknown[]) => held.watcher?.onSignal?.(member, body);
  return {
    presenter,
    said,
    settled,
    wake,
    hang,
    bodies,
    signal,
    own: (owner?: string) => held.watcher?.onOwner(owner),
  };
}
