import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toExtension, toSafeFileName } from './to-safe-file-name';

describe('toSafeFileName', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system.ini', 'system.ini'],
    ['folder/', 'folder'],
    ['.bashrc', 'bashrc'],
    ['a\u0000b\n.txt', 'a_b_.txt'],
    ['what? <now>: "yes"|*.txt', 'what_ _now__ _yes___.txt'],
    ['trailing. . ', 'trailing'],
    ['setup.exe.', 'setup.exe'],
    ['...', 'download'],
    ['', 'download'],
    ['日本語.txt', '日本語.txt'],
    ['half \uD83D.txt', 'half _.txt'],
  ])('V5 %j becomes %j', (name, safe) => {
    expect(toSafeFileName(name)).toBe(safe);
  });

  it.each([
    ['a mark that turns the direction', 'invoice\u202Efdp.exe', 'invoice_fdp.exe'],
    ['isolates', '\u2066a\u2069.exe', '_a_.exe'],
    ['a joiner between Latin letters', 'a.e\u200Dxe', 'a.e_xe'],
    ['blanks before the extension', `photo.jpg${'\u00A0 \u3000'.repeat(50)}.exe`, 'photo.jpg.exe'],
    ['letters drawn as nothing', 'photo.jpg\u3164\u2800.exe', 'photo.jpg__.exe'],
  ])('V5 hides nothing: %s', (_what, name, safe) => {
    expect(toSafeFileName(name)).toBe(safe);
  });

  it('V5 leaves joiners where letters and emoji need them', () => {
    for (const name of ['نمی\u200Cخواهم.txt', 'क्\u200Dष.txt', '👨\u200D👩\u200D👧.png'])
      expect(toSafeFileName(name)).toBe(name);
  });

  it.each(['CON', 'nul.txt', 'Aux.txt', 'com1.log', 'LPT¹', 'conin$', 'desktop.ini', 'Thumbs.db'])(
    'V5 %j is none of the system’s own names any more',
    (name) => {
      expect(toSafeFileName(name)).toBe(`_${name}`);
    },
  );

  it.each(['a.lnk', 'b.SCF', 'c.library-ms', 'd.{ED7BA470-8E54-465E-825C-99712043E01C}'])(
    'V5 %j does nothing when it is looked at in its folder',
    (name) => {
      expect(toSafeFileName(name)).toBe(`${name}.download`);
    },
  );

  it('V5 clips long names by units and by bytes, and keeps the extension', () => {
    const safe = toSafeFileName(`${'x'.repeat(500)}.tar`);
    expect(safe).toHaveLength(120);
    expect(safe.endsWith('.tar')).toBe(true);
    const wide = toSafeFileName(`${'長'.repeat(500)}.pdf`);
    expect(new TextEncoder().encode(wide).length).toBeLessThanOrEqual(200);
    expect(wide.endsWith('長.pdf')).toBe(true);
    expect(toSafeFileName(`${'🙂'.repeat(200)}.pdf`)).toMatch(/^(?:🙂)+\.pdf$/u);
    expect(toSafeFileName(`a.${'x'.repeat(500)}`)).toHaveLength(120);
  });

  it('V5 gives a name that was clipped once as it is', () => {
    const name = toSafeFileName(`${'ab...'.repeat(25)}${'9'.repeat(30)}`);
    expect(name).toMatch(/^ab\.\.\.ab.*[^.]\.ab$/);
    expect(toSafeFileName(name)).toBe(name);
  });

  it('V5 leaves no joiner after a mark that goes', () => {
    expect(toSafeFileName('a\u061C\u200Db.txt')).toBe('a__b.txt');
  });

  it('V5 clips no character in half', () => {
    const name = toSafeFileName(`${'a'.repeat(119)}😀`);
    expect(name).toBe('a'.repeat(119));
    expect(toSafeFileName(`${'a'.repeat(115)}😀😀.txt`)).toBe(`${'a'.repeat(115)}.txt`);
  });

  it('V5 whatever comes, what is given is a plain name, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = toSafeFileName(name);
        expect(safe).toMatch(/^[^\p{Cc}<>:"/\\|?*.][^\p{Cc}<>:"/\\|?*]*$/u);
        expect(safe).not.toMatch(/[. ]$/);
        expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(210);
        expect(toSafeFileName(safe)).toBe(safe);
      }),
    );
  });
});

it.each([
  ['a.tar.gz', '.gz'],
  ['a', ''],
  ['.bashrc', ''],
])('V5 the extension of %j is %j', (name, extension) => {
  expect(toExtension(name)).toBe(extension);
});
