import type { Named, OutsideRefusal } from '../model/asked';
import type { Channel } from '../model/channel';
import type { Service } from '../model/service';
import type { AppState } from '../state/app-state';
import { selectServiceSession } from '../state/selectors';

/** What somebody outside calls so; or why there is no telling. */
export type Found =
  | {
      readonly kind: 'found';
      readonly service: Service;
      readonly channel: Channel | undefined;
      /** A channel was called that is not known, in a service whose channels are not known yet. */
      readonly isChannelOpen: boolean;
    }
  | { readonly kind: 'none'; readonly reason: OutsideRefusal; readonly name: string };

/** Finds a service, and a channel of it: by id, by name, by how a name begins where only one does so. */
export function findNamed(state: AppState, { service: called, channel: calledChannel }: Named): Found {
  const services = matching(state.persisted.services, called);
  const [service] = services;
  if (service === undefined) return { kind: 'none', reason: 'no-service', name: called };
  if (services.length > 1) return { kind: 'none', reason: 'two-services', name: called };
  if (!service.enabled) return { kind: 'none', reason: 'off', name: service.name };
  if (calledChannel === undefined)
    return { kind: 'found', service, channel: undefined, isChannelOpen: false };
  const { channels } = selectServiceSession(state, service.id);
  const [channel, ...others] = matching(
    channels ?? [],
    calledChannel.replace(/^[#@](?=.)/u, ''),
    calledChannel,
  );
  const known = others.length === 0 ? channel : undefined;
  return known === undefined && channels !== undefined
    ? { kind: 'none', reason: 'no-channel', name: calledChannel }
    : { kind: 'found', service, channel: known, isChannelOpen: known === undefined };
}

/** The surest likeness that fits anything at all. */
function matching<T extends { readonly id: string; readonly name: string }>(
  all: readonly T[],
  called: string,
  alsoCalled = called,
): readonly T[] {
  const wanted = toPlain(called);
  const also = toPlain(alsoCalled);
  const isCalled = (name: string): boolean => name === wanted || name === also;
  const likenesses: readonly ((one: T) => boolean)[] = [
    ({ id }) => id === called || id === alsoCalled,
    ({ name }) => isCalled(toPlain(name)) || isCalled(toPlain(name).replace(/^[#@]/u, '')),
    ({ name }) => wanted !== '' && toPlain(name).startsWith(wanted),
  ];
  for (const likeness of likenesses) {
    const found = all.filter(likeness);
    if (found.length > 0) return found;
  }
  return [];
}

const toPlain = (name: string): string => name.normalize('NFKC').toLowerCase();
