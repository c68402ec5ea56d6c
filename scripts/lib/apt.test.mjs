// @ts-check
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseAptNames, isLockedByOther, withoutServices } from './apt.mjs';
import { parseLdconfig } from './system-libs.mjs';

const bookworm = `libgtk-3-0:
  Installed: (none)
  Candidate: 3.24.38-2~deb12u3
  Version table:
     3.24.38-2~deb12u3 500
libnss3:
  Installed: 2:3.87.1-1+deb12u1
  Candidate: 2:3.87.1-1+deb12u1
`;
const noble = `libgtk-3-0:
  Installed: (none)
  Candidate: (none)
  Version table:
libgtk-3-0t64:
  Installed: (none)
  Candidate: 3.24.41-4ubuntu1
  Version table:
`;
const gtk = ['libgtk-3-0', 'libgtk-3-0t64'];

describe('chooseAptNames', () => {
  it('takes the name that this release can install', () => {
    expect(chooseAptNames(bookworm, [gtk, ['libnss3']])).toEqual(['libgtk-3-0', 'libnss3']);
    expect(chooseAptNames(noble, [gtk])).toEqual(['libgtk-3-0t64']);
  });

  it('names a package once, and the first name when apt knows none', () => {
    expect(chooseAptNames('', [['fonts-noto-core'], ['fonts-noto-core'], gtk])).toEqual([
      'fonts-noto-core',
      'libgtk-3-0',
    ]);
  });
});

it.each([
  ['E: Could not get lock /var/lib/apt/lists/lock. It is held by process 12 (apt-get)', true],
  ['E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend)', true],
  ['E: Unable to locate package nonsense', false],
])('isLockedByOther: %s', (output, expected) => {
  expect(isLockedByOther(output)).toBe(expected);
});

it('parseLdconfig finds the names of the libraries', () => {
  const printed =
    '2 libs found in cache\n\tlibnss3.so (libc6,x86-64) => /lib/libnss3.so\n\tlibgbm.so.1 (libc6) => /lib/libgbm.so.1\n';
  expect(parseLdconfig(printed)).toEqual(new Set(['libnss3.so', 'libgbm.so.1']));
});

describe('installing without starting services', () => {
  it('forbids it meanwhile, also when the installing fails, and leaves a policy that is there alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'foyer-apt-'));
    const file = join(folder, 'policy-rc.d');
    const read = () => readFile(file, 'utf8').catch(() => undefined);
    const look = async () => [await read(), (await stat(file)).mode & 0o777];
    expect(await withoutServices(look, file)).toEqual(['#!/bin/sh\nexit 101\n', 0o755]);
    expect(await read()).toBe(undefined);
    await expect(withoutServices(() => Promise.reject(new Error('no')), file)).rejects.toThrow('no');
    expect(await read()).toBe(undefined);
    await writeFile(file, 'own');
    expect(await withoutServices(read, file)).toBe('own');
    expect(await read()).toBe('own');
    await rm(folder, { recursive: true });
  });
});
