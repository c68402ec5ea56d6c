import { describe, expect, it } from 'vitest';
import { toFreePath, toSafeFileName } from './downloads';

describe('toSafeFileName', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system.ini', 'system.ini'],
    ['.bashrc', 'bashrc'],
    ['a\u0000b\n.txt', 'a_b_.txt'],
    ['invoice\u202Efdp.exe', 'invoice_fdp.exe'],
    ['what? <now>: "yes"|*.txt', 'what_ _now__ _yes___.txt'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['trailing. . ', 'trailing'],
    ['...', 'download'],
    ['', 'download'],
    ['日本語.txt', '日本語.txt'],
  ])('%j becomes %j', (name, safe) => {
    expect(toSafeFileName(name)).toBe(safe);
  });

  it('clips long names and keeps the extension', () => {
    const safe = toSafeFileName(`${'x'.repeat(500)}.tar`);
    expect(safe).toHaveLength(120);
    expect(safe.endsWith('.tar')).toBe(true);
  });
});

describe('toFreePath', () => {
  it('never overwrites', () => {
    const taken = new Set(['/d/a.txt', '/d/a (2).txt']);
    expect(toFreePath('/d', 'a.txt', (path) => taken.has(path))).toBe('/d/a (3).txt');
    expect(toFreePath('/d', 'b', () => false)).toBe('/d/b');
  });
});
