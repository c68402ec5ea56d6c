import type { NotificationForm } from '../core/decide/attribute';
import type { RecipeStart } from '../core/model/address';

/** What a page is told about the browser: as Chrome says it, as Electron says it, or that with words added. */
export type RecipeUserAgent =
  | { readonly kind: 'chrome' }
  | { readonly kind: 'default' }
  | { readonly kind: 'suffix'; readonly suffix: string };

/** Who runs the server: the person's own people, or a company. */
type RecipeCategory = 'self-hosted' | 'hosted' | 'other';

/** What there is to know about a kind of service before any page of it is open. Plain data. */
export interface RecipeManifest {
  /** The folder's name; kept with every service, so it never changes. */
  readonly id: string;
  readonly name: string;
  /** Short English; the interface looks for `recipes.<id>.description` in the locale first. */
  readonly description: string;
  readonly homepage?: string;
  readonly start: RecipeStart;
  /**
   * Host suffixes that belong to the service: `slack.com` covers `slack.com` and all below it. The host of the
   * person's own start page always belongs too.
   */
  readonly hosts: readonly string[];
  /** Host suffixes the service sends people to for signing in; they may open in the view and come back. */
  readonly signInHosts?: readonly string[];
  readonly userAgent: RecipeUserAgent;
  /** How its notifications are worded, tried in order; what none fits names no conversation. */
  readonly notificationForms?: readonly NotificationForm[];
  /** Other words people look for it by, lower case. */
  readonly aliases: readonly string[];
  readonly category: RecipeCategory;
  /** Place in the catalogue before anything is typed; 1 is first, no two alike. */
  readonly popularRank: number;
}
