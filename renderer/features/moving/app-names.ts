import type { PeerApp } from '../../../electron/core/import/peer-folders';

/** What other apps are called, in every language. */
export const appNames: Readonly<Record<PeerApp, string>> = {
  ferdium: 'Ferdium',
  ferdi: 'Ferdi',
  franz: 'Franz',
  rambox: 'Rambox',
  hamsket: 'Hamsket',
};
