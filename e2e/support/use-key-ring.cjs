// @ts-check
// Loaded into Electron before the app, see `key-ring.ts`.
const { app } = require('electron/main');

app.commandLine.appendSwitch('password-store', 'gnome-libsecret');
