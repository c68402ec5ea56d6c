import * as z from 'zod/mini';
import type { Level } from './rule';

/** What a service's adapter can do beside telling of channels. */
export interface AdapterAbilities {
  /** Opens a channel without loading the page anew. */
  readonly canOpen: boolean;
  /** Tells the server that a channel was read, without bringing it up. */
  readonly canMarkRead: boolean;
  /** What a channel can be set to on the server; none where it cannot. */
  readonly mutes: readonly Level[];
  /** What the person is called there, and words the service looks for as if they were names. */
  readonly ownNames: readonly string[];
}

export const connectionSchema = z.enum(['live', 'polling', 'lost']);

/** How a page reaches its server: as it should, by asking again and again where it could be told, or not at all. */
export type Connection = z.infer<typeof connectionSchema>;

/** The server as it names itself. */
export interface ServerInfo {
  readonly name: string | undefined;
  readonly version: string | undefined;
}

/** How a service's adapter is, on the present page. */
export type AdapterState =
  /** There is none, or it has said nothing yet. */
  | { readonly kind: 'silent' }
  | ({ readonly kind: 'speaking' } & AdapterAbilities)
  | { readonly kind: 'signed-out' }
  /** It does not understand the page: what the page itself says is used. */
  | { readonly kind: 'failed'; readonly reason: string };

export const noAbilities: AdapterAbilities = { canOpen: false, canMarkRead: false, mutes: [], ownNames: [] };
