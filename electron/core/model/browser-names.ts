import type { Browser } from './browser';

/** What browsers are called, everywhere alike. */
export const browserNames: Readonly<Record<Browser, string>> = {
  firefox: 'Firefox',
  chrome: 'Google Chrome',
  chromium: 'Chromium',
  edge: 'Microsoft Edge',
  brave: 'Brave',
  vivaldi: 'Vivaldi',
  opera: 'Opera',
  librewolf: 'LibreWolf',
  safari: 'Safari',
};
