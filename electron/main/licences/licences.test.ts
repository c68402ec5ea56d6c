import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readChromiumLicences } from './chromium-licences';
import { createLicences } from './licences';

const html = `<body><div class="product">
<span class="title">Abseil &amp; more</span>
<div class="license"><pre>Apache &quot;2.0&quot; &lt;x&gt; &copy;</pre></div></div>
<div class="product"><span class="title">no text</span></div>
<div class="product"><span class="title">zlib</span><pre>zlib text</pre></div>`;

describe('licences', () => {
  const place = { folder: '' };
  beforeEach(() => {
    place.folder = mkdtempSync(join(tmpdir(), 'foyer-licences-'));
    for (const part of ['main', 'renderer']) mkdirSync(join(place.folder, part));
  });
  afterEach(() => rmSync(place.folder, { recursive: true }));
  const put = (file: string, text: unknown): void =>
    writeFileSync(join(place.folder, file), typeof text === 'string' ? text : JSON.stringify(text));
  const licences = () =>
    createLicences({ outFolder: place.folder, electronFolders: ['/none', place.folder], electron: '33.2.1' });
  const aPackage = (name: string, text = '') => ({
    name,
    version: '1.0.0',
    licence: 'MIT',
    homepage: '',
    text,
  });

  it('W214 are those of what is in the bundles, each once, the app first; then Electron and the parts of Chromium', async () => {
    put('main/shipped-index.json', [aPackage('foyer'), aPackage('zod', 'zod text')]);
    put('main/index.js', 'no list');
    put('renderer/shipped-index.json', [aPackage('foyer'), aPackage('react'), aPackage('zod', 'zod text')]);
    put('LICENSES.chromium.html', html);
    put('LICENSE', 'electron text');
    const list = await licences().list();
    expect(list.map(({ name, of }) => [name, of])).toEqual([
      ['foyer', 'foyer'],
      ['react', 'foyer'],
      ['zod', 'foyer'],
      ['Electron', 'foyer'],
      ['Abseil & more', 'chromium'],
      ['zlib', 'chromium'],
    ]);
    expect(list[2]).toEqual({ id: 'zod@1.0.0', name: 'zod', version: '1.0.0', licence: 'MIT', of: 'foyer' });
    expect(await licences().textOf('zod@1.0.0')).toBe('zod text');
    expect(await licences().textOf('react@1.0.0')).toBeNull();
    expect(await licences().textOf('electron')).toBe('electron text');
    expect(await licences().textOf('chromium-0')).toBe('Apache "2.0" <x> &copy;');
    expect(await licences().textOf('../../etc/passwd')).toBeNull();
  });

  it('W214 while the app is developed there are fewer', async () => {
    put('main/shipped-index.json', { not: 'a list' });
    expect((await licences().list()).map(({ name }) => name)).toEqual(['Electron']);
    expect(readChromiumLicences('')).toEqual([]);
  });
});
