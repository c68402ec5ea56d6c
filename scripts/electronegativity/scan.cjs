// @ts-check
// Reads a folder for Electron's known mistakes and prints what was found as JSON. CommonJS, since the scanner is.
const process = require('node:process');

// It would ask the network for newer words and for Electron's releases, at each run; what we ship is checked by what is here.
const offline = () => Promise.reject(new Error('nothing is fetched'));
const name = require.resolve('got');
require.cache[name] = /** @type {NodeJS.Module} */ ({
  id: name,
  filename: name,
  loaded: true,
  exports: Object.assign(offline, { head: offline }),
});
const scan = require('@doyensec/electronegativity');

const [folder = '', electronVersionOverride = ''] = process.argv.slice(2);
void scan({ input: folder, electronVersionOverride }, false).then((/** @type {unknown} */ found) =>
  process.stdout.write(`\n${JSON.stringify(found)}\n`),
);
