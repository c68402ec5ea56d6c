import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startDesktop } from '../support/desktop.js';
import { startAlone } from '../support/electron-launch.js';
import { createProfile, removeProfile } from '../support/foyer.js';

/** Closes the window as soon as its page is made, long before that has its files. */
const closer = `const { app, BaseWindow } = require('electron');
app.once('web-contents-created', () => setImmediate(() => BaseWindow.getAllWindows()[0].close()));
`;

test('H3 a window that is closed before its page is there ends the app, without a fault', async () => {
  const [desktop, profile] = await Promise.all([startDesktop(), createProfile()]);
  const file = join(profile, 'closer.cjs');
  await writeFile(file, closer);
  const app = startAlone({ env: desktop.env, profile, args: ['-r', file] });
  try {
    expect(await app.ended).toBe(0);
    expect(app.log()).not.toContain('[foyer] bug');
  } finally {
    app.kill();
    await Promise.all([desktop.stop(), removeProfile(profile)]);
  }
});
