import type { Discovery } from '../../../electron/core/model/discovery';
import { recipeById } from '../../../electron/recipes';

/** What can be added of a find. */
export interface Offer {
  readonly recipeId: string;
  /** As `service.add` takes it. */
  readonly address: string;
  /** What it would be called, before other services' names are looked at. */
  readonly wantedName: string;
  readonly iconDataUrl: string | undefined;
  /** True where the person may know better what it is. */
  readonly canChoose: boolean;
  /** True where another look may show something else. */
  readonly canLookAgain: boolean;
  /** True where it is not added as what it is. */
  readonly isFallback: boolean;
}

/** Longest name that is taken from a server, in UTF-16 units: the bar is narrow. */
const NAME_MAX = 40;

const productOf = (recipeId: string): string => recipeById(recipeId)?.name ?? recipeId;

/** Gives what can be added of a find; undefined where something else has to be done first. */
export function toOffer(found: Discovery): Offer | undefined {
  const offer = (recipeId: string, address: string, name?: string): Offer => ({
    recipeId,
    address,
    wantedName: (name ?? productOf(recipeId)).slice(0, NAME_MAX).trim(),
    iconDataUrl: undefined,
    canChoose: false,
    canLookAgain: false,
    isFallback: false,
  });
  switch (found.kind) {
    case 'chat':
      return { ...offer(found.recipeId, found.spot.url, found.name), iconDataUrl: found.iconDataUrl };
    case 'too-old':
      return {
        ...offer('website', found.spot.url, productOf(found.recipeId)),
        canLookAgain: true,
        isFallback: true,
      };
    case 'homeserver':
      return offer(found.recipeId, found.url);
    case 'hosted':
      return found.address === undefined ? undefined : offer(found.recipeId, found.address);
    case 'website':
      return {
        ...offer('website', found.spot.url, found.title ?? hostOf(found.spot.url)),
        iconDataUrl: found.iconDataUrl,
        canChoose: true,
        canLookAgain: true,
      };
    case 'gate':
      return found.gate.kind === 'secret'
        ? undefined
        : {
            ...offer('website', found.spot.url, hostOf(found.spot.url)),
            canChoose: true,
            canLookAgain: true,
          };
    case 'bad-certificate':
    case 'no-https':
    case 'refused':
      return undefined;
  }
}

const hostOf = (url: string): string => new URL(url).hostname;
