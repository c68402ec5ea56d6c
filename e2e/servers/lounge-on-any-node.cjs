'use strict';
// Starts The Lounge without its own check of Node's version. What it needs of a newer Node is `node:sqlite`, and only
// for stored history, which we switch off. Its look for updates is answered here, so that it asks no other host.
const Module = require('node:module');
const path = require('node:path');

const load = Module._load;

function NoDatabase() {
  throw new Error('Stored history is off in this set-up.');
}

const noNews = {
  isUpdateAvailable: false,
  checkForUpdates: () => undefined,
  fetch: async () => ({ current: { version: 'test', prerelease: false }, expiresAt: -1 }),
};

Module._load = function loadWithStandIns(request, ...rest) {
  if (request === 'node:sqlite') return { DatabaseSync: NoDatabase };
  if (request.endsWith('plugins/changelog')) return { __esModule: true, default: noNews };
  return load.call(this, request, ...rest);
};

const root = path.dirname(require.resolve('thelounge/package.json'));
process.chdir(root);
process.argv[1] = path.join(root, 'index.js');
require(path.join(root, 'dist', 'server', 'index.js'));
