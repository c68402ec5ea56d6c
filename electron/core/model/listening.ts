/** How a service is listened to while it has no page; `off` where it is not. */
export type ListeningKind = 'off' | 'connecting' | 'live' | 'lost' | 'refused' | 'unfit';

/** The same, and since when. */
export interface Listening {
  readonly kind: ListeningKind;
  /** Why, in the words of a log. */
  readonly reason: string;
  readonly sinceMs: number;
}

export const notListening: Listening = { kind: 'off', reason: '', sinceMs: 0 };
