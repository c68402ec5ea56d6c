import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where this package of servers lives. */
export const SERVERS_FOLDER = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The folder of an installed package of e2e/servers.
 * @throws with the command to run when it is not installed.
 */
export function packageFolder(name: string): string {
  const folder = join(SERVERS_FOLDER, 'node_modules', name);
  if (!existsSync(join(folder, 'package.json'))) {
    throw new Error(`${name} is not installed. Run: npm ci --ignore-scripts --prefix ${SERVERS_FOLDER}`);
  }
  return folder;
}

/** Loads a CommonJS module as `fromPackage` would. */
export function loadFrom(fromPackage: string, name: string): unknown {
  return createRequire(join(packageFolder(fromPackage), 'package.json'))(name) as unknown;
}
