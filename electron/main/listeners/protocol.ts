import type { ServiceId } from '../../core/model/service';
import type { Credentials, ListenerTold } from '../../recipes/listening';

/** What main says of how it stands with a service's listener; see `docs/spec/listening.md`. */
export type ListeningState = 'connecting' | 'live' | 'lost' | 'refused' | 'unfit';

/** What is to be listened to. */
export interface ListenRequestOfMain {
  readonly serviceId: ServiceId;
  readonly recipeId: string;
  /** The service's start page. */
  readonly url: string;
  readonly credentials: Credentials;
  /** What the last connection of the same sign-in remembered; undefined for the first. */
  readonly resume: unknown;
}

/** One way to a server, of those that Chromium would try in order. */
export interface Hop {
  readonly kind: 'direct' | 'http' | 'https' | 'socks4' | 'socks5';
  /** Of the proxy; empty and 0 for none. */
  readonly host: string;
  readonly port: number;
  readonly login?: Login | undefined;
}

/** A name and password that the person gave for a proxy or a server. */
export interface Login {
  readonly username: string;
  readonly password: string;
}

/** How an address is reached for a service. */
export interface Route {
  /** Tried in order; none: it must not be reached. */
  readonly hops: readonly Hop[];
  /** What the person keeps for the server itself (HTTP basic). */
  readonly login?: Login | undefined;
  /** As the service's views name themselves. */
  readonly userAgent?: string | undefined;
  /** The server is shown a certificate of the person's own, whose key only Chromium can use. */
  readonly wantsOwnCertificate?: boolean | undefined;
}

/** What main says to the process of listeners. `turn` tells one listening to a service from the next. */
export type ToListeners =
  | ({ readonly kind: 'listen'; readonly turn: number } & ListenRequestOfMain)
  | { readonly kind: 'unlisten'; readonly serviceId: ServiceId }
  /** The machine is about to sleep. */
  | { readonly kind: 'pause' }
  /** The network is back, or the machine. */
  | { readonly kind: 'hurry' }
  /** What was trusted is trusted no more: nothing that is open stays so. */
  | { readonly kind: 'renew' }
  | { readonly kind: 'route'; readonly id: number; readonly route: Route | undefined }
  | { readonly kind: 'trust'; readonly id: number; readonly isTrusted: boolean }
  | { readonly kind: 'are-you-there' }
  /** Tell what waits, and end. */
  | { readonly kind: 'end' };

/** What the process of listeners says to main. */
export type FromListeners =
  | {
      readonly kind: 'heard';
      readonly serviceId: ServiceId;
      readonly turn: number;
      readonly told: readonly ListenerTold[];
      /** What the next connection is to be given once `told` is kept; undefined: as before. */
      readonly resume: object | undefined;
    }
  | {
      readonly kind: 'state';
      readonly serviceId: ServiceId;
      readonly turn: number;
      readonly state: ListeningState;
      readonly reason: string;
    }
  | { readonly kind: 'ask-route'; readonly id: number; readonly serviceId: ServiceId; readonly url: string }
  | ({ readonly kind: 'ask-trust'; readonly id: number } & TrustQuestion)
  | { readonly kind: 'here' }
  | { readonly kind: 'bug'; readonly text: string };

/** Whether a service's page would go on at a server that shows this certificate. */
export interface TrustQuestion {
  readonly serviceId: ServiceId;
  readonly host: string;
  readonly port: number;
  /** SHA-256 as Chromium writes it: `sha256/…` in base64. */
  readonly fingerprint: string;
}
