import type { Service } from '../model/service';
import type { Tweaks } from '../model/tweaks';
import { isHostWithin, isOwnSite, type RecipeHosts } from './decide-navigation';

/** A person's own style and script for one document; empty where there is none. */
export interface OwnCode {
  /** The document it is for: in no other may it run. */
  readonly origin: string;
  readonly css: string;
  readonly js: string;
}

/**
 * Says what of a person's own is for a document in the main frame of a service's page: only on the service's own site, never
 * where it signs in elsewhere, never in the open where the service is encrypted, and nothing in safe mode.
 */
export function decideOwnCode(
  url: string,
  service: Pick<Service, 'url'>,
  recipe: RecipeHosts,
  tweaks: Pick<Tweaks, 'css' | 'js' | 'isCodeOn'>,
  isSafeMode: boolean,
): OwnCode | undefined {
  if (!URL.canParse(url) || !URL.canParse(service.url)) return undefined;
  const { protocol, hostname, origin } = new URL(url);
  if (protocol !== 'https:' && protocol !== new URL(service.url).protocol) return undefined;
  if (!/^https?:$/.test(protocol) || !isOwnSite(hostname, service, recipe)) return undefined;
  if (recipe.signInHosts.some((suffix) => isHostWithin(hostname, suffix))) return undefined;
  const isOn = tweaks.isCodeOn && !isSafeMode;
  return { origin, css: isOn ? tweaks.css : '', js: isOn ? tweaks.js : '' };
}
