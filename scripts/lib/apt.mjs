// @ts-check
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { withLock } from './lock.mjs';
import { fail, step } from './output.mjs';
import { lastLine, run } from './run.mjs';

const lockWaitMs = 600_000;
const lockPollMs = 3_000;

/** Whether this is Debian, Ubuntu or a relative. */
export async function isAptSystem() {
  return (await run('apt-get', ['--version'])).code === 0;
}

/**
 * Installs packages as root; as anybody else it stops and names the command.
 * @param {readonly (readonly string[])[]} wanted for each package its possible names, of which one is taken
 */
export async function aptInstall(wanted) {
  if (process.getuid?.() !== 0) {
    const names = await chooseNames(wanted);
    fail(
      'System packages are missing',
      `Run: sudo apt-get install --no-install-recommends ${names.join(' ')}`,
    );
  }
  await withLock(
    join(tmpdir(), 'foyer-apt.lock'),
    async () => {
      await step('reading the list of system packages (apt-get update)', () => apt(['update', '-q']));
      const names = await chooseNames(wanted);
      await step(`installing system packages: ${names.join(' ')}`, () =>
        withoutServices(() => apt(['install', '-y', '-q', '--no-install-recommends', ...names])),
      );
    },
    { title: 'installing system packages' },
  );
}

/**
 * Lets nothing that is installed meanwhile start as a service of the system: tests run the programs themselves. Where there is
 * a policy already, that stands.
 * @template T @param {() => Promise<T>} work @param {string} [policyFile] what Debian's scripts ask before they start a service
 */
export async function withoutServices(work, policyFile = '/usr/sbin/policy-rc.d') {
  if (existsSync(policyFile)) return work();
  await writeFile(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return await work();
  } finally {
    await rm(policyFile, { force: true });
  }
}

/** @param {readonly (readonly string[])[]} wanted */
async function chooseNames(wanted) {
  const policy = await run('apt-cache', ['policy', ...wanted.flat()]);
  return chooseAptNames(policy.stdout, wanted);
}

/**
 * For each package the name that can be installed here; the first one where none is known.
 * @param {string} policy what `apt-cache policy` printed @param {readonly (readonly string[])[]} wanted
 */
export function chooseAptNames(policy, wanted) {
  /** @type {Set<string>} */
  const installable = new Set();
  for (const [, name = '', candidate] of policy.matchAll(
    /^(\S+):\n\s+Installed: .*\n\s+Candidate: (.*)$/gm,
  )) {
    // A name that only other packages provide has no candidate of its own.
    if (candidate !== '(none)') installable.add(name);
  }
  const chosen = wanted.map((names) => names.find((name) => installable.has(name)) ?? names[0] ?? '');
  return [...new Set(chosen.filter((name) => name !== ''))];
}

/** @param {readonly string[]} args */
async function apt(args) {
  // Fixed language: the words of the messages are looked at below.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const deadlineMs = Date.now() + lockWaitMs;
  for (;;) {
    const result = await run('apt-get', ['-o', `DPkg::Lock::Timeout=${lockWaitMs / 1000}`, ...args], { env });
    if (result.code === 0) return;
    if (!isLockedByOther(result.output) || Date.now() > deadlineMs) {
      const problem = /^E: .*$/m.exec(result.output)?.[0] ?? lastLine(result.output);
      fail(
        `"apt-get ${args.join(' ')}" failed (${problem})`,
        'Run it by hand, correct what it names, and try again.',
      );
    }
    await delay(lockPollMs);
  }
}

/** Whether apt gave up as another program is using it. @param {string} output */
export function isLockedByOther(output) {
  return /Could not get lock|Unable to (acquire|lock)/.test(output);
}
