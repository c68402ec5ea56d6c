// @ts-check
// What a plain Electron does when it is given a folder: find the app in it and run it.
// Packed into resources/default_app.asar of the assembled Electron.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { app } from 'electron/main';

/** @param {readonly string[]} args */
function readArguments(args) {
  /** @type {{ kind: 'print', text: string } | { kind: 'run', file: string | undefined, modules: string[], switches: string[], rest: string[] }} */
  const result = { kind: 'run', file: undefined, modules: [], switches: [], rest: [] };
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--version' || arg === '-v')
      return { kind: 'print', text: `v${process.versions['electron']}` };
    if (arg === '--abi' || arg === '-a') return { kind: 'print', text: process.versions.modules };
    if (arg === '-r' || arg === '--require') {
      index += 1;
      result.modules.push(args[index] ?? '');
    } else if (arg.startsWith('--app=')) {
      return { ...result, file: arg.slice('--app='.length), rest: args.slice(index + 1) };
    } else if (arg.startsWith('-')) {
      result.switches.push(arg);
    } else {
      return { ...result, file: arg, rest: args.slice(index + 1) };
    }
  }
  return result;
}

/** @param {string} path */
function readPackage(path) {
  const isFolder = statSync(path).isDirectory();
  if (!isFolder) return { folder: dirname(path), entry: path, json: {} };
  const json = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const entry = createRequire(join(path, 'package.json')).resolve(resolve(path, json.main ?? 'index.js'));
  return { folder: path, entry, json };
}

/** @param {string} path */
async function runApp(path) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  const { folder, entry, json } = readPackage(path);
  if (json.version) app.setVersion(json.version);
  if (json.productName ?? json.name) app.name = json.productName ?? json.name;
  if (process.platform === 'linux') app.setDesktopName(json.desktopName ?? `${app.name}.desktop`);
  app.setAppPath(folder);
  await import(pathToFileURL(entry).href);
}

const request = readArguments(process.argv.slice(1));
if (request.kind === 'print') {
  process.stdout.write(`${request.text}\n`);
  process.exit(0);
}
if (request.file === undefined) {
  process.stderr.write('electron: no app given. Start it as: electron <folder with a package.json>\n');
  process.exit(1);
}
const file = resolve(request.file);
process.argv = [process.argv[0] ?? process.execPath, request.file, ...request.switches, ...request.rest];
try {
  const requireHere = createRequire(join(process.cwd(), 'electron-preload.cjs'));
  for (const name of request.modules) requireHere(name);
  await runApp(file);
} catch (error) {
  process.stderr.write(
    `electron: cannot start ${file}\n${String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
}
