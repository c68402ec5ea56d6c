import { app } from 'electron/main';

/**
 * What pages of services are not to have, by Blink's names: files of the disk to read and write, which would come round the
 * walls of downloads, and windows that float over all others. Pages do without them, as in Firefox and Safari.
 */
const WITHHELD = ['FileSystemAccessLocal', 'DocumentPictureInPictureAPI'] as const;

/** Turns on a feature of Chromium's beside those of the command line. Before the app is ready. */
export function enableFeature(feature: string): void {
  addTo('enable-features', [feature]);
}

/** Takes from pages what they are not to have; before the app is ready. */
export function withholdFromPages(): void {
  addTo('disable-blink-features', WITHHELD);
}

function addTo(name: string, features: readonly string[]): void {
  const given = app.commandLine.getSwitchValue(name);
  app.commandLine.appendSwitch(name, [...(given === '' ? [] : [given]), ...features].join());
}
