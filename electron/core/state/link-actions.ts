import type { Browser } from '../model/browser';
import type { LinkRule, LinkRuleKey, LinkWay } from '../model/link-rule';
import type { ServiceId } from '../model/service';

/** What becomes of links that lead away from a service's own site. */
export type LinkAction =
  /** The person followed one, and has not said yet where such links shall go. */
  | {
      readonly kind: 'link-followed';
      /** Where it leads, as a rule would say it. */
      readonly pattern: string;
      readonly way: LinkWay;
      /** The service it belongs to, where it does to one. */
      readonly ofService: ServiceId | undefined;
    }
  /** The person wants one opened in a window of Foyer's. */
  | { readonly kind: 'link-here-requested'; readonly serviceId: ServiceId; readonly address: string }
  /** Takes the place of the rule of the same pattern and service. */
  | { readonly kind: 'link-rule-set'; readonly rule: LinkRule }
  | { readonly kind: 'link-rule-removed'; readonly rule: LinkRuleKey }
  /** Puts the rules back as they were before the last change. */
  | { readonly kind: 'link-rules-undone' }
  /** Null: the system's. */
  | { readonly kind: 'service-browser-set'; readonly serviceId: ServiceId; readonly browser: Browser | null };
