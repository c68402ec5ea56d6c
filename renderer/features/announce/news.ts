import { isPageUp } from '../../../electron/core/decide/page-up';
import type { Projection, ServiceProjection } from '../../../electron/core/ipc/projection';

/** Most services that are named in one go. */
export const NAMED_MAX = 3;

/** What is said of a service that has news. */
export interface News {
  readonly serviceId: string;
  readonly name: string;
  /** Of all unread, where it is known; else of what is for the person, if that is known. */
  readonly count: number | undefined;
  /** How many of them are for the person; nothing where that is all that is known. */
  readonly forMe: number | undefined;
}

/** What is said in one go, and of how many services more there would be something to say. */
export interface Told {
  readonly news: readonly News[];
  readonly more: number;
}

/** Gives the services in which something came that the person wants to be told of. */
export function toNewsworthy(before: Projection, after: Projection): readonly string[] {
  const earlier = new Map(before.services.map((service) => [service.id, service]));
  return after.services
    .filter((service) => {
      const then = earlier.get(service.id);
      return then !== undefined && mayBeTold(service, after) && hasMore(then, service, after);
    })
    .map(({ id }) => id);
}

/** Gives what is to be said of services that had news, as things are now: what was read meanwhile is not told. */
export function toTold(projection: Projection, serviceIds: ReadonlySet<string>): Told {
  const news = projection.services
    .filter(
      (service) =>
        serviceIds.has(service.id) &&
        mayBeTold(service, projection) &&
        (directOf(service) > 0 || (isAllTold(service, projection) && service.unread.indirect)),
    )
    .map((service) => toNews(service));
  return { news: news.slice(0, NAMED_MAX), more: Math.max(0, news.length - NAMED_MAX) };
}

function toNews({ id, name, unread, unreadCount }: ServiceProjection): News {
  const direct = unread.direct === 'unknown' || unread.direct === 0 ? undefined : unread.direct;
  if (unreadCount === undefined) return { serviceId: id, name, count: direct, forMe: undefined };
  return { serviceId: id, name, count: unreadCount, forMe: direct };
}

const directOf = ({ unread }: ServiceProjection): number => (unread.direct === 'unknown' ? 0 : unread.direct);

/** True where news may be spoken of: not in focus, not where it may not call, not of what is on the screen. */
function mayBeTold(service: ServiceProjection, { settings, page, activeServiceId }: Projection): boolean {
  const isShown = page === 'service' && activeServiceId === service.id && isPageUp(service);
  const isQuiet = service.inFocus || service.level === 'none' || service.quietUntilMs !== undefined;
  return settings.announce !== 'off' && service.enabled && !isQuiet && !isShown;
}

const isAllTold = (service: ServiceProjection, { settings }: Projection): boolean =>
  settings.announce === 'all' && service.level === 'all';

function hasMore(then: ServiceProjection, now: ServiceProjection, projection: Projection): boolean {
  // What a page says first is how things stand, not that something came.
  if (then.unread.direct === 'unknown') return false;
  if (directOf(now) > directOf(then)) return true;
  if (!isAllTold(now, projection)) return false;
  if (then.unreadCount !== undefined && now.unreadCount !== undefined)
    return now.unreadCount > then.unreadCount;
  return now.unread.indirect && !then.unread.indirect;
}
