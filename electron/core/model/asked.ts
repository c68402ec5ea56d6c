import type { ForAWhile } from './focus';
import type { Vendor } from './vendor';

/** A service, and perhaps a channel of it, by what somebody outside calls them. */
export interface Named {
  readonly service: string;
  readonly channel: string | undefined;
}

/** How long something is asked for: for a while, until it is ended, or not any longer. */
export type AskedUntil = ForAWhile | { readonly kind: 'always' } | { readonly kind: 'end' };

/** What Foyer can be asked for from outside. */
export type Asked =
  | { readonly verb: 'show' }
  | ({ readonly verb: 'open' } & Named)
  /** A page of a vendor's service, as a link for its own app names it. */
  | {
      readonly verb: 'open-page';
      readonly vendor: Vendor;
      /** As a web address; undefined where the link does not name it. */
      readonly server: string | undefined;
      /** Begins with `/` or `#`; undefined for none in particular. */
      readonly path: string | undefined;
      /** Name or id of the channel that the path leads to, where it tells. */
      readonly channel: string | undefined;
    }
  | { readonly verb: 'add'; readonly address: string }
  | ({ readonly verb: 'compose'; readonly text: string } & Named)
  | ({ readonly verb: 'mute'; readonly until: AskedUntil } & Named)
  | { readonly verb: 'focus'; readonly until: AskedUntil }
  | { readonly verb: 'status'; readonly isJson: boolean };

/** Why nothing of it can be read. */
export type UnreadReason = 'too-long' | 'malformed' | 'unknown-verb' | 'not-by-link' | 'not-wanted';

/** Why what was asked for is not done; each has its text in the locale file under `outside.refused.`. */
export type OutsideRefusal =
  | UnreadReason
  | 'locked'
  | 'locked-waits'
  | 'busy'
  | 'too-many'
  | 'no-service'
  | 'two-services'
  | 'no-channel'
  | 'off';

/** What was read of what came from outside. */
export type Reading =
  | {
      readonly kind: 'asked';
      /** A link may be anybody's, a command is of the person's own programs. */
      readonly from: 'link' | 'command';
      readonly asked: Asked;
    }
  | {
      readonly kind: 'unread';
      readonly from: 'link' | 'command';
      readonly reason: UnreadReason;
      /** Of a link, what it begins with. */
      readonly scheme: string | undefined;
    };

/** What a link asks for that it does not get without the person. */
export interface OutsideQuestion {
  readonly id: string;
  readonly asked: Extract<Asked, { readonly verb: 'add' | 'compose' | 'mute' | 'focus' }>;
  /** Names as Foyer has them, where a service is meant. */
  readonly service: string | undefined;
  readonly channel: string | undefined;
}
