import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where this package of servers lives. */
export const SERVERS_FOLDER = dirname(dirname(fileURLToPath(import.meta.url)));

const requireHere = createRequire(import.meta.url);

/**
 * The folder of an installed package of e2e/servers.
 * @throws with the command to run when it is not installed.
 */
export function packageFolder(name: string): string {
  try {
    return dirname(requireHere.resolve(`${name}/package.json`));
  } catch {
    throw new Error(`${name} is not installed. Run: npm ci --ignore-scripts --prefix ${SERVERS_FOLDER}`);
  }
}

/** Loads a CommonJS module as seen by `fromPackage`. */
export function loadFrom<T>(fromPackage: string, name: string): T {
  return createRequire(`${packageFolder(fromPackage)}/package.json`)(name) as T;
}
