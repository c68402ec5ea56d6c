import type { AddressRefusal } from './address';
import type { RefusedCertificate } from './certificate-trust';
import { toFailureKind, type FailureKind } from './failure';

/** Why nothing could be seen at an address; each has its text under `address.`. */
export type ReachRefusal =
  | 'name-not-found'
  | 'connection-refused'
  | 'timeout'
  | 'certificate'
  | 'offline'
  | 'server-error'
  | 'too-many-redirects'
  | 'unreachable';

/** Where something was found. */
export interface Spot {
  /** What would be the service's start page. */
  readonly url: string;
  /** Host, port and sub-path, for people: `example.org/chat`. */
  readonly at: string;
  /** The host that was asked, where redirects led from it to another. */
  readonly ledFrom: string | undefined;
  /** True when others can read what goes there. */
  readonly isInsecure: boolean;
}

/** What stands before a server and wants something first. */
export type Gate =
  /** A name and password, asked for by HTTP; `realm` is the server's own word for what it guards. */
  | { readonly kind: 'password'; readonly realm: string | undefined }
  /** The same, by the proxy that leads out of this network. */
  | { readonly kind: 'proxy' }
  /** A certificate of the person's own. */
  | { readonly kind: 'client-certificate' }
  /** A secret that only the makers' own apps can be given. */
  | { readonly kind: 'secret' }
  /** A page of another host that everything is led to: the network's own, or a sign-in for several servers. */
  | { readonly kind: 'page'; readonly host: string };

/** What lies at an address that a person typed, explained. */
export type Discovery =
  | {
      readonly kind: 'chat';
      readonly recipeId: string;
      readonly spot: Spot;
      /** What the server calls itself; it is the server's own text. */
      readonly name: string | undefined;
      readonly version: string | undefined;
      readonly iconDataUrl: string | undefined;
    }
  | {
      readonly kind: 'too-old';
      readonly recipeId: string;
      readonly spot: Spot;
      readonly version: string;
      /** The oldest version whose channels Foyer can tell. */
      readonly least: string;
    }
  /** A Matrix server without a page of its own; `url` is a page that opens its rooms. */
  | { readonly kind: 'homeserver'; readonly recipeId: string; readonly server: string; readonly url: string }
  /** A service that is the same place for everybody; without `address` more has to be asked. */
  | { readonly kind: 'hosted'; readonly recipeId: string; readonly address: string | undefined }
  | {
      readonly kind: 'website';
      readonly spot: Spot;
      readonly title: string | undefined;
      readonly iconDataUrl: string | undefined;
    }
  | { readonly kind: 'gate'; readonly gate: Gate; readonly spot: Spot }
  | { readonly kind: 'bad-certificate'; readonly spot: Spot; readonly refused: RefusedCertificate }
  /** The server is there but speaks no TLS; `url` is the same address in the open. */
  | { readonly kind: 'no-https'; readonly host: string; readonly url: string }
  | { readonly kind: 'refused'; readonly reason: AddressRefusal | ReachRefusal; readonly host?: string };

/** What checking an address gives before it is saved as a service of a recipe. */
export type AddressCheck =
  | {
      readonly kind: 'ok';
      readonly url: string;
      readonly title: string | undefined;
      readonly insecure: boolean;
    }
  | {
      readonly kind: 'refused';
      readonly reason: AddressRefusal | ReachRefusal;
      /** What the person may trust all the same. */
      readonly certificate?: RefusedCertificate;
    };

const reasons: Readonly<Record<FailureKind, ReachRefusal>> = {
  offline: 'offline',
  'name-not-found': 'name-not-found',
  refused: 'connection-refused',
  timeout: 'timeout',
  certificate: 'certificate',
  'too-many-redirects': 'too-many-redirects',
  blocked: 'unreachable',
  'server-error': 'server-error',
  other: 'unreachable',
};

/** Gives why an address cannot be reached by Chromium's net error (`ERR_…`). */
export const toReachRefusal = (code: string): ReachRefusal => reasons[toFailureKind(code)];
