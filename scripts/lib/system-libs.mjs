// @ts-check
import { existsSync } from 'node:fs';
import process from 'node:process';
import { aptInstall, isAptSystem } from './apt.mjs';
import { findCommand } from './find-command.mjs';
import { fail } from './output.mjs';
import { run } from './run.mjs';

/** What a set-up is for; each includes the one before it. @typedef {'start' | 'demo' | 'test'} Purpose */

/**
 * A thing the system must provide: a shared library, a command, a file, or a font for a language.
 * `apt` lists the Debian package's names, newer releases having renamed some.
 * @typedef {{ kind: 'library' | 'command' | 'file' | 'font', name: string, apt: readonly string[] }} Need
 */

/** @type {readonly Need[]} */
const electronNeeds = [
  { kind: 'library', name: 'libgtk-3.so.0', apt: ['libgtk-3-0', 'libgtk-3-0t64'] },
  { kind: 'library', name: 'libnss3.so', apt: ['libnss3'] },
  { kind: 'library', name: 'libasound.so.2', apt: ['libasound2', 'libasound2t64'] },
  { kind: 'library', name: 'libgbm.so.1', apt: ['libgbm1'] },
  { kind: 'library', name: 'libXss.so.1', apt: ['libxss1'] },
  { kind: 'library', name: 'libatk-bridge-2.0.so.0', apt: ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'] },
  { kind: 'library', name: 'libdrm.so.2', apt: ['libdrm2'] },
  { kind: 'library', name: 'libnotify.so.4', apt: ['libnotify4'] },
];

/** @type {readonly Need[]} */
const displayNeeds = [{ kind: 'command', name: 'Xvfb', apt: ['xvfb'] }];

/** @type {readonly Need[]} */
const chatNeeds = [
  { kind: 'command', name: 'dbus-run-session', apt: ['dbus'] },
  { kind: 'command', name: 'dunst', apt: ['dunst'] },
  { kind: 'library', name: 'libsecret-1.so.0', apt: ['libsecret-1-0'] },
  { kind: 'command', name: 'gnome-keyring-daemon', apt: ['gnome-keyring'] },
  { kind: 'command', name: 'at-spi-bus-launcher', apt: ['at-spi2-core'] },
  { kind: 'command', name: 'ngircd', apt: ['ngircd'] },
  { kind: 'command', name: 'prosody', apt: ['prosody'] },
  { kind: 'command', name: 'nginx', apt: ['nginx-light', 'nginx'] },
  {
    kind: 'file',
    name: '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so',
    apt: ['libnginx-mod-http-dav-ext'],
  },
  { kind: 'command', name: 'haproxy', apt: ['haproxy'] },
  { kind: 'command', name: 'redis-server', apt: ['redis-server'] },
  { kind: 'command', name: 'import', apt: ['imagemagick'] },
  { kind: 'command', name: 'gio', apt: ['libglib2.0-bin'] },
  { kind: 'command', name: 'fc-list', apt: ['fontconfig'] },
  { kind: 'font', name: 'latn', apt: ['fonts-noto-core'] },
  { kind: 'font', name: 'ar', apt: ['fonts-noto-core'] },
  { kind: 'font', name: 'ja', apt: ['fonts-droid-fallback'] },
  { kind: 'font', name: 'emoji', apt: ['fonts-noto-color-emoji'] },
];

/**
 * Makes sure that the system provides what the purpose needs; does nothing where Electron brings it all along.
 * @param {Purpose} purpose @param {{ needsDisplay: boolean }} options
 */
export async function ensureSystemLibs(purpose, options) {
  if (process.platform !== 'linux') return;
  // The tests' desktops are made up even where there is a real one.
  const needsXvfb = options.needsDisplay || purpose !== 'start';
  const needs = [
    ...electronNeeds,
    ...(needsXvfb ? displayNeeds : []),
    ...(purpose === 'start' ? [] : chatNeeds),
  ];
  const missing = await findMissing(needs);
  if (missing.length === 0) return;
  if (!(await isAptSystem())) {
    const names = missing.map((need) => need.name).join(', ');
    fail(
      `This system lacks: ${names}`,
      `Install what provides them (on Debian: ${missing.map((need) => need.apt[0]).join(' ')}) and try again.`,
    );
  }
  await aptInstall(missing.map((need) => need.apt));
  const still = await findMissing(missing);
  if (still.length > 0) {
    fail(
      `Still missing after installing: ${still.map((need) => need.name).join(', ')}`,
      'Install what provides them and try again.',
    );
  }
}

/** @param {readonly Need[]} needs */
async function findMissing(needs) {
  const libraries = await listLibraries();
  const fonts = needs.some((need) => need.kind === 'font') ? await listFonts() : undefined;
  return needs.filter((need) => {
    if (need.kind === 'library') return !libraries.has(need.name);
    if (need.kind === 'command') return findCommand(need.name) === undefined;
    if (need.kind === 'file') return !existsSync(need.name);
    return !fonts?.has(need.name);
  });
}

async function listLibraries() {
  const printed = (await run(findCommand('ldconfig') ?? 'ldconfig', ['-p'])).stdout;
  return parseLdconfig(printed);
}

/** The names in what `ldconfig -p` prints. @param {string} printed */
export function parseLdconfig(printed) {
  return new Set([...printed.matchAll(/^\s+(\S+) \(/gm)].map((match) => match[1]));
}

/** Which kinds of text the installed fonts can show. @returns {Promise<Set<string>>} */
async function listFonts() {
  const queries = { latn: ':lang=en', ar: ':lang=ar', ja: ':lang=ja', emoji: ':lang=und-zsye' };
  /** @type {Set<string>} */
  const found = new Set();
  for (const [name, query] of Object.entries(queries)) {
    if ((await run('fc-list', [query])).stdout.trim() !== '') found.add(name);
  }
  return found;
}
