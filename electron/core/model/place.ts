/** Where somebody can be: a channel of a service, or the service as a whole where no channel is known. */
export interface Place {
  readonly serviceId: string;
  readonly channelId: string | undefined;
}

/** Where one was, in order, and which of it one is at; beside it the same by last visit, the latest first. */
export interface Trail {
  readonly places: readonly Place[];
  /** Index into `places`; -1 while there is none. */
  readonly at: number;
  /** On the way there: what is on screen until it is reached is no place of its own. */
  readonly heading: Place | undefined;
  readonly recent: readonly Place[];
}

/** Most places remembered, of the way and by last visit. */
export const TRAIL_MAX = 100;
export const RECENT_MAX = 30;

/** Gives the way of somebody who starts at a service, or nowhere. */
export function trailFrom(serviceId: string | null): Trail {
  const places = serviceId === null ? [] : [{ serviceId, channelId: undefined }];
  return { places, at: places.length - 1, heading: undefined, recent: places };
}

export const isSamePlace = (a: Place | undefined, b: Place | undefined): boolean =>
  a?.serviceId === b?.serviceId && a?.channelId === b?.channelId;
