import type { Projection, ServiceProjection } from '../../../electron/core/ipc/projection';
import type { Workspace } from '../../../electron/core/model/workspace';
import { sumUnread } from '../../../electron/core/model/unread';

type Bar = Pick<Projection, 'services' | 'workspaces' | 'activeWorkspaceId'>;

/** Gives the services of a workspace that are there, in its order. */
export const servicesOf = (
  { serviceIds }: Workspace,
  services: readonly ServiceProjection[],
): readonly ServiceProjection[] =>
  serviceIds.flatMap((id) => services.find((service) => service.id === id) ?? []);

/** Gives the workspace that is up; `undefined` for all services. */
export const upOf = ({ workspaces, activeWorkspaceId }: Bar): Workspace | undefined =>
  workspaces.find(({ id }) => id === activeWorkspaceId);

/** Gives the services on the bar, in its order: those of the workspace that is up, else all. */
export function servicesOnBar(bar: Bar): readonly ServiceProjection[] {
  const up = upOf(bar);
  return up === undefined ? bar.services : servicesOf(up, bar.services);
}

/** What is unread in some services; `isHeld` when all of it waits for the end of quiet. */
export interface UnreadLook {
  readonly count: number;
  readonly isSome: boolean;
  readonly isHeld: boolean;
}

/** Sums up what is unread in some services. */
export function toUnreadLook(services: readonly ServiceProjection[]): UnreadLook {
  const unread = services.filter(
    ({ enabled, unread: { direct, indirect } }) =>
      enabled && ((direct !== 'unknown' && direct > 0) || indirect),
  );
  const { direct, indirect } = sumUnread(unread.map((service) => service.unread));
  return {
    count: direct,
    isSome: direct > 0 || indirect,
    isHeld: unread.length > 0 && unread.every(({ inFocus }) => inFocus),
  };
}

/** Sums up what is unread in the services that are not on the bar. */
export function unreadElsewhere(bar: Bar): UnreadLook {
  const shown = new Set(servicesOnBar(bar).map(({ id }) => id));
  return toUnreadLook(bar.services.filter(({ id }) => !shown.has(id)));
}

/** Gives two letters that stand for a name: of its first two words, else its first two. */
export function toLetters(name: string): string {
  const [first = '', second] = name.split(/[\s._-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = (word: string): readonly string[] =>
    Array.from(word).filter((one) => /[\p{L}\p{N}]/u.test(one));
  const pair =
    second === undefined
      ? letters(first).slice(0, 2).join('')
      : [letters(first)[0], letters(second)[0]].join('').toLocaleUpperCase();
  return pair || (Array.from(name.trim())[0] ?? '');
}
