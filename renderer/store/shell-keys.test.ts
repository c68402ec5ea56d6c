import { describe, expect, it } from 'vitest';
import { toShellCommand } from './shell-keys';

const press = (key: string, held: Partial<Parameters<typeof toShellCommand>[0]> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('toShellCommand', () => {
  it('M7 takes ? where nothing is typed', () => {
    expect(toShellCommand(press('?'), false, 'linux')).toBe('keys');
    expect(toShellCommand(press('?'), true, 'linux')).toBeUndefined();
    expect(toShellCommand(press('?', { ctrlKey: true }), false, 'linux')).toBeUndefined();
  });

  it('M13 takes the main modifier and F, also while something is typed and on other layouts', () => {
    expect(toShellCommand(press('f', { ctrlKey: true }), true, 'linux')).toBe('find');
    expect(toShellCommand(press('а', { ctrlKey: true, code: 'KeyF' }), false, 'win32')).toBe('find');
    expect(toShellCommand(press('f', { metaKey: true }), false, 'darwin')).toBe('find');
    expect(toShellCommand(press('f', { ctrlKey: true }), false, 'darwin')).toBeUndefined();
    expect(toShellCommand(press('f', { ctrlKey: true, altKey: true }), false, 'linux')).toBeUndefined();
    expect(toShellCommand(press('f'), false, 'linux')).toBeUndefined();
    expect(toShellCommand(press('u', { ctrlKey: true, code: 'KeyF' }), false, 'linux')).toBeUndefined();
  });
});
