// @ts-check
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { say } from './output.mjs';
import { cacheDir } from './paths.mjs';
import { run } from './run.mjs';

/** One link that leads nowhere, and a name server that a test answers for. */
const setUp = [
  'set -e',
  'mount --bind "$1" /etc/resolv.conf',
  'shift',
  'ip link set lo up',
  'ip link add foyer0 type veth peer name foyer1',
  'ip link set foyer1 up',
  'ip link set foyer0 up',
  'ip addr add 10.86.0.1/24 dev foyer0',
  'ip route add default via 10.86.0.2',
  'exec "$@"',
].join('; ');

/**
 * What a program is started by to have a network of its own, whose link can be pulled without anybody else noticing: network
 * and mounts in namespaces of Linux. Where that cannot be had there is nothing, and the faults of the network are left out.
 * @returns {Promise<{ prefix: readonly string[], env: NodeJS.ProcessEnv }>}
 */
export async function ownNetwork() {
  const file = join(cacheDir, 'resolv.conf');
  await mkdir(cacheDir, { recursive: true });
  await writeFile(file, 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n');
  const prefix = ['unshare', '--net', '--mount', '/bin/sh', '-c', setUp, 'sh', file];
  const isThere = process.platform === 'linux' && (await run('/usr/bin/env', [...prefix, 'true'])).code === 0;
  if (!isThere) say('there is no network to be had that can be pulled: its faults are left out');
  return isThere ? { prefix, env: { FOYER_OWN_NETWORK: '1' } } : { prefix: [], env: {} };
}
