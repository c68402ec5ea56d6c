import type { Service } from '../model/service';

/**
 * Gives the address of a service's icon, or `undefined` to draw the recipe's: icons are fetched by address, so that a
 * push of the projection stays small.
 */
export function iconUrlOf(service: Service, siteIconVersion: number): string | undefined {
  switch (service.icon.kind) {
    case 'recipe':
      return undefined;
    case 'site':
      return siteIconVersion === 0
        ? undefined
        : `app://foyer/service-icon/${service.id}?v=${siteIconVersion}`;
    case 'chosen':
      // A PNG ends with a checksum of its picture, so its tail tells two pictures of one size apart.
      return `app://foyer/service-icon/${service.id}?v=chosen-${encodeURIComponent(service.icon.dataUrl.slice(-40))}`;
  }
}

/** Gives the address of the picture of what was seen of a service last. */
export const stillUrlOf = (serviceId: string, version: number): string =>
  `app://foyer/service-still/${serviceId}?v=${version}`;
