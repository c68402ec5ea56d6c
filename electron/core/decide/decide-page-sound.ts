/** What is needed of a service to know whether its pages may be heard. */
export interface PageSoundInput {
  /** Focus, or a rule, keeps the service quiet. */
  readonly isSilenced: boolean;
  /** A page of it uses microphone, camera or screen. */
  readonly isInCall: boolean;
}

/** Whether the pages of a service make sounds of their own, and why. */
export type PageSound =
  | { readonly kind: 'on'; readonly reason: 'wanted' | 'in-call' }
  | { readonly kind: 'muted'; readonly reason: 'silenced' };

/** Decides whether the pages of a service may be heard: a call always may; rules V20… of `docs/spec/pages.md`. */
export function decidePageSound({ isSilenced, isInCall }: PageSoundInput): PageSound {
  if (!isSilenced) return { kind: 'on', reason: 'wanted' };
  return isInCall ? { kind: 'on', reason: 'in-call' } : { kind: 'muted', reason: 'silenced' };
}
