import type { FocusProjection, Projection, ServiceProjection } from '../../../electron/core/ipc/projection';
import type { Notice } from '../../../electron/core/model/notice';
import { servicesOnBar } from '../../../electron/core/decide/on-bar';

/** What came of something the person did, or of time, that else only the eye is told. */
export type Result =
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'muted' | 'heard' | 'on' | 'off'; readonly name: string }
  | { readonly kind: 'shared' | 'unshared'; readonly name: string }
  | { readonly kind: 'quiet'; readonly name: string; readonly untilMs: number }
  | { readonly kind: 'moved'; readonly name: string; readonly place: number; readonly count: number }
  | { readonly kind: 'focus'; readonly focus: FocusProjection | undefined };

/** Gives what changed on the screen that is worth a word; `movedId` is the service that the person moved last. */
export function toResults(
  before: Projection,
  after: Projection,
  movedId: string | undefined,
): readonly Result[] {
  const earlier = new Map(before.services.map((service) => [service.id, service]));
  return [
    ...newNotices(before, after),
    ...after.services.flatMap((service) => {
      const then = earlier.get(service.id);
      return then === undefined ? [] : ofService(then, service);
    }),
    ...moved(before, after, movedId),
    ...focusChange(before, after),
  ];
}

function newNotices(before: Projection, after: Projection): readonly Result[] {
  const known = new Set(before.notices.map(({ id }) => id));
  return after.notices
    .filter(({ id }) => !known.has(id))
    .map((notice) => ({ kind: 'notice', notice }) as const);
}

function ofService(then: ServiceProjection, now: ServiceProjection): readonly Result[] {
  const { name } = now;
  const [wasShared, isShared] = [then.shares.length > 0, now.shares.length > 0];
  if (wasShared !== isShared) return [{ kind: isShared ? 'shared' : 'unshared', name }];
  if (then.enabled !== now.enabled) return [{ kind: now.enabled ? 'on' : 'off', name }];
  if (then.quietUntilMs !== now.quietUntilMs && now.quietUntilMs !== undefined)
    return [{ kind: 'quiet', name, untilMs: now.quietUntilMs }];
  const [wasMuted, isMuted] = [isMute(then), isMute(now)];
  return wasMuted === isMuted ? [] : [{ kind: isMuted ? 'muted' : 'heard', name }];
}

const isMute = ({ level, quietUntilMs }: ServiceProjection): boolean =>
  level === 'none' || quietUntilMs !== undefined;

function moved(before: Projection, after: Projection, serviceId: string | undefined): readonly Result[] {
  const [then, now] = [servicesOnBar(before), servicesOnBar(after)];
  const from = then.findIndex(({ id }) => id === serviceId);
  const to = now.findIndex(({ id }) => id === serviceId);
  const service = now[to];
  // In another workspace it stands elsewhere without having been moved.
  const isSameBar = before.activeWorkspaceId === after.activeWorkspaceId;
  if (service === undefined || !isSameBar || from < 0 || from === to) return [];
  return [{ kind: 'moved', name: service.name, place: to + 1, count: now.length }];
}

function focusChange(before: Projection, after: Projection): readonly Result[] {
  const [then, now] = [before.focus[0], after.focus[0]];
  const isSame = then?.source === now?.source && then?.untilMs === now?.untilMs;
  return isSame ? [] : [{ kind: 'focus', focus: now }];
}
