import { app } from 'electron/main';

/** Turns on a feature of Chromium's beside those of the command line. Before the app is ready. */
export function enableFeature(feature: string): void {
  const given = app.commandLine.getSwitchValue('enable-features');
  app.commandLine.appendSwitch('enable-features', given === '' ? feature : `${given},${feature}`);
}
