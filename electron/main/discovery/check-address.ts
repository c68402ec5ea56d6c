import { startUrlOf } from '../../core/model/address';
import type { AddressCheck, Discovery } from '../../core/model/discovery';
import type { RecipeManifest } from '../../recipes/types';

/**
 * Checks an address before it is saved as a service of that recipe: can it be a start page, and does something answer
 * there? What answers is found out as for any address; that the person chose the recipe goes before what it is.
 */
export async function checkAddress(
  recipe: RecipeManifest,
  address: string,
  discover: (text: string) => Promise<Discovery>,
): Promise<AddressCheck> {
  const start = startUrlOf(recipe.start, address);
  if (start.kind === 'refused') return start;
  const { url } = start;
  const found: AddressCheck = { kind: 'ok', url, title: undefined, insecure: false };
  if (recipe.start.kind === 'fixed') return found;
  const discovery = await discover(url);
  switch (discovery.kind) {
    case 'chat':
      return { ...found, title: discovery.name, insecure: discovery.spot.isInsecure };
    case 'website':
      return { ...found, title: discovery.title, insecure: discovery.spot.isInsecure };
    case 'too-old':
    case 'gate':
      return { ...found, insecure: discovery.spot.isInsecure };
    case 'homeserver':
    case 'hosted':
      return found;
    case 'bad-certificate':
      return { kind: 'refused', reason: 'certificate', certificate: discovery.refused };
    case 'no-https':
      return { kind: 'refused', reason: 'unreachable' };
    case 'refused':
      return { kind: 'refused', reason: discovery.reason };
  }
}
