import { encodedPart } from './raw';

/** What of an address of Rocket.Chat says where one is on it, and not where it is hosted. */
const ROCKETCHAT_PLACE = /\/+(?:(?:home|login|channel|group|direct)(?:[/?#].*)?)?$/;

/**
 * Gives the address by which people send each other to a channel; where a service has none that its id alone leads to,
 * the service's own. Rocket.Chat takes a room's id in the place of its name (`apps/meteor/client/views/room`, 7.x);
 * Matrix has matrix.to (spec, "Matrix URIs").
 */
export function linkOf(recipeId: string, serviceUrl: string, channelId: string | undefined): string {
  if (channelId === undefined) return serviceUrl;
  const part = encodedPart(channelId);
  switch (recipeId) {
    case 'rocketchat':
      return `${serviceUrl.replace(ROCKETCHAT_PLACE, '')}/channel/${part}`;
    case 'element':
      return `https://matrix.to/#/${part}`;
    default:
      return serviceUrl;
  }
}
