import type { OutsideQuestion } from '../model/asked';

/** What is asked for from outside. */
export type OutsideAction =
  /** What the person is asked about; undefined once they have answered. */
  | { readonly kind: 'outside-asked'; readonly question: OutsideQuestion | undefined }
  /** A service is to be added, and its address is known. */
  | { readonly kind: 'add-service-asked'; readonly address: string };
