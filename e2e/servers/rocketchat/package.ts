import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageFolder, SERVERS_FOLDER } from '../lib/packages.js';

/** Loads a package of e2e/servers; whoever calls says what of it is used. @throws when it is not installed. */
export function load(name: string): unknown {
  packageFolder(name);
  return createRequire(join(SERVERS_FOLDER, 'package.json'))(name) as unknown;
}
