import { messageLimits } from '../../core/ipc/service-limits';
import type { Channel } from '../../core/model/channel';
import type { ListenerTold } from '../../recipes/listening';

type Whole = Extract<ListenerTold, { kind: 'channels' }>;
type Changed = Extract<ListenerTold, { kind: 'channels-changed' }>;

const ofChannels = (told: ListenerTold): told is Whole | Changed =>
  told.kind === 'channels' || told.kind === 'channels-changed';

/**
 * Puts what was told to what waits. There is at most one telling of channels, at the place of the first: nothing that was
 * told after a channel goes before it.
 */
export function mergeTold(waiting: ListenerTold[], told: ListenerTold): void {
  const same = waiting.findIndex(ofChannels);
  const before = waiting[same];
  if (ofChannels(told) && before !== undefined && ofChannels(before)) {
    waiting[same] = told.kind === 'channels' ? told : withChanges(before, told);
    return;
  }
  const names = told.kind === 'own-names' ? waiting.findIndex(({ kind }) => kind === 'own-names') : -1;
  if (names >= 0) waiting[names] = told;
  else waiting.push(told);
}

function withChanges(before: Whole | Changed, changed: Changed): Whole | Changed {
  const channels = changeChannels(before.channels, changed);
  if (before.kind === 'channels') return { kind: 'channels', channels };
  const left = new Set([...(before.gone ?? []), ...(changed.gone ?? [])]);
  for (const { id } of changed.channels) left.delete(id);
  return { kind: 'channels-changed', channels, gone: [...left] };
}

/** Gives channels with those that changed in their places, new ones at the end, and without those gone; 2,000 at most. */
export function changeChannels(
  before: readonly Channel[],
  { channels, gone = [] }: Changed,
): readonly Channel[] {
  const byId = new Map(before.map((channel) => [channel.id, channel]));
  for (const id of gone) byId.delete(id);
  for (const channel of channels) byId.set(channel.id, channel);
  return [...byId.values()].slice(0, messageLimits.channels);
}
