import { decideDndSource } from '../../../core/decide/decide-dnd-source';
import type { SystemDnd } from '../../../core/model/focus';
import type { SessionBus } from '../../session-bus/bus';
import type { AppStore, Stop } from '../../store/app-store';
import { createDndWay, DAEMON, type DndWay, type DndWayPort } from './dnd-way';

export interface SystemDndPort extends Pick<DndWayPort, 'readSetting'> {
  /** Absent on macOS and Windows, where nothing tells reliably: there it stays unknown. */
  readonly bus: Pick<SessionBus, 'call' | 'watch'> | undefined;
}

/** Follows the desktop's own do-not-disturb, and whichever notification daemon has it. Nothing waits for either. */
export function startSystemDnd(store: Pick<AppStore, 'dispatch'>, { bus, readSetting }: SystemDndPort): Stop {
  if (bus === undefined) return () => undefined;
  const said: { dnd: SystemDnd } = { dnd: 'unknown' };
  const following: { stop: Stop; owner: string | undefined } = { stop: () => undefined, owner: undefined };

  const say = (dnd: SystemDnd): void => {
    if (said.dnd === dnd) return;
    said.dnd = dnd;
    store.dispatch({ kind: 'system-dnd-changed', dnd });
  };

  const follow = async (owner: string): Promise<void> => {
    // One that hangs is known when it wakes; one that ends is somebody else's turn.
    const answer = await bus.call({ ...DAEMON, member: 'GetServerInformation', timeoutMs: 'never' });
    if (following.owner !== owner) return;
    const source = decideDndSource(answer.kind === 'reply' ? answer.body[0] : undefined);
    const way = createDndWay(source, { bus, readSetting });
    if (way !== undefined) following.stop = followWay(way, bus, say);
  };

  const stopWatching = bus.watch(DAEMON, {
    onOwner: (owner) => {
      following.stop();
      following.stop = () => undefined;
      following.owner = owner;
      say('unknown');
      if (owner !== undefined) void follow(owner);
    },
  });
  return () => {
    stopWatching();
    following.stop();
    following.owner = undefined;
  };
}

/** Asks once, then listens; of several answers under way only the last one asked for counts. */
function followWay(way: DndWay, bus: Pick<SessionBus, 'watch'>, say: (dnd: SystemDnd) => void): Stop {
  const turn = { number: 0 };
  const settle = (dnd: SystemDnd): void => {
    turn.number += 1;
    say(dnd);
  };
  const ask = async (): Promise<void> => {
    turn.number += 1;
    const asked = turn.number;
    const dnd = await way.ask();
    if (turn.number === asked) settle(dnd);
  };
  const stop = bus.watch(way.target, {
    onOwner: () => undefined,
    onSignal: (member, body) => {
      const told = way.hear(member, body);
      if (told === 'ask') void ask();
      else if (told !== undefined) settle(told);
    },
  });
  void ask();
  return () => {
    turn.number += 1;
    stop();
  };
}
