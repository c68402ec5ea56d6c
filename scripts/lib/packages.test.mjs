// @ts-check
import { describe, expect, it } from 'vitest';
import { agrees, checkNode, explainNpm } from './packages.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/only-mac': { version: '2.0.0', integrity: 'sha512-m', optional: true },
  },
};

describe('agrees', () => {
  it('accepts what the lock file asks for, without packages for other systems', () => {
    expect(
      agrees(lock, { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } } }),
    ).toBe(true);
  });

  it.each([
    ['another version', { version: '1.0.1', integrity: 'sha512-a' }],
    ['another content', { version: '1.0.0', integrity: 'sha512-b' }],
  ])('refuses %s', (_name, entry) => {
    expect(agrees(lock, { packages: { 'node_modules/a': entry } })).toBe(false);
  });

  it('refuses a missing package, and an empty lock file', () => {
    expect(agrees(lock, { packages: {} })).toBe(false);
    expect(agrees({}, {})).toBe(false);
  });
});

describe('checkNode', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '26.1.0'])('accepts %s', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it.each(['18.20.0', '20.18.1'])('refuses %s and says what to do', (version) => {
    expect(() => checkNode(version)).toThrow(
      `Node ${version} is too old. Install Node 20.19 or newer and try again.`,
    );
  });
});

describe('explainNpm', () => {
  it('names the reason and what to do', () => {
    const outOfStep =
      'npm error code EUSAGE\nnpm error\nnpm error `npm ci` needs both files in step\nnpm error\n';
    expect(explainNpm(outOfStep)).toEqual({
      reason: '`npm ci` needs both files in step',
      whatToDo: 'Run "npm install" there and try again.',
    });
    const offline =
      'npm error code EAI_AGAIN\nnpm error errno EAI_AGAIN\nnpm error request to https://r/x failed\nnpm error A complete log of this run';
    expect(explainNpm(offline).reason).toBe('request to https://r/x failed');
    expect(explainNpm(offline).whatToDo).toContain('npm ping');
  });

  it('falls back to the last line', () => {
    expect(explainNpm('spawn npm ENOENT').reason).toBe('spawn npm ENOENT');
  });
});
