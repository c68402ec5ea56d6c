import { describe, expect, it } from 'vitest';
import { engineNames, toIntegrity } from './after-pack.mjs';
import { inRoot } from './paths.mjs';
import { checkSbom } from './sbom-schema.mjs';
import { toSbom } from './sbom.mjs';
import { folderOf, licenceOf, readPackage } from './shipped.mjs';

describe('what is shipped', () => {
  it.each([
    ['/app/node_modules/zod/v4/core.js', '/app/node_modules/zod'],
    ['/app/node_modules/@dnd-kit/core/dist/x.js?commonjs', '/app/node_modules/@dnd-kit/core'],
    ['\0/app/node_modules/a/node_modules/b/index.js', '/app/node_modules/a/node_modules/b'],
    ['C:\\app\\node_modules\\ws\\lib\\a.js', 'C:/app/node_modules/ws'],
    ['/app/electron/main/index.ts', undefined],
    ['\0vite/preload-helper', undefined],
  ])('W213 %s is of %s', (id, folder) => expect(folderOf(id)).toBe(folder));

  it.each([
    ['MIT', 'MIT'],
    [{ type: 'BSD-2-Clause', url: 'x' }, 'BSD-2-Clause'],
    [['MIT', 'Apache2'], 'MIT OR Apache-2.0'],
    [undefined, ''],
  ])('W214 a package of old says its licence: %j', (said, licence) => expect(licenceOf(said)).toBe(licence));

  it('W214 a package that has no file of its licence has the text of it, and whose work it is', async () => {
    const [theirs, ours] = await Promise.all([
      readPackage(inRoot('node_modules', 'react-remove-scroll-bar')),
      readPackage(inRoot('node_modules', 'zod')),
    ]);
    expect(theirs.text).toMatch(
      /^react-remove-scroll-bar says .*\n\nMIT License\n\nCopyright \(c\) Anton Korzunov\n\nPermission/,
    );
    expect(theirs.text).not.toContain('Foyer');
    expect(ours.text).toMatch(/^MIT License\s+Copyright \(c\) 2025 Colin McDonnell/);
  });

  it.each([
    ['linux', 'x64', ['@libsql/linux-x64-gnu']],
    ['win32', 'x64', ['@libsql/win32-x64-msvc']],
    ['darwin', 'arm64', ['@libsql/darwin-arm64']],
    ['darwin', 'universal', ['@libsql/darwin-arm64', '@libsql/darwin-x64']],
  ])('W213 the engine of the inbox for %s %s is %j', (platform, arch, names) =>
    expect(engineNames(platform, arch)).toEqual(names),
  );

  it('W213 each package is known by what it was when it was chosen', () => {
    const hash = Buffer.alloc(64, 7);
    const integrity = `sha512-${hash.toString('base64')}`;
    const packages = {
      '': { version: '1' },
      'node_modules/a/node_modules/@b/c': { version: '2.0.0', integrity },
    };
    expect(toIntegrity({ packages }).get('@b/c@2.0.0')).toBe(integrity);
    const one = { name: '@b/c', version: '2.0.0', licence: 'MIT', homepage: '', text: '', integrity };
    const app = { name: 'foyer', version: '1', licence: 'MIT' };
    const sbom = JSON.parse(toSbom({ app, electron: '33.2.1', shipped: [one], binaries: [] }));
    expect(sbom.components[0].externalReferences).toEqual([
      {
        url: 'https://registry.npmjs.org/@b/c/-/c-2.0.0.tgz',
        type: 'distribution',
        hashes: [{ alg: 'SHA-512', content: hash.toString('hex') }],
      },
    ]);
  });

  it('W213 the bill of materials fits the schema of CycloneDX, whatever a package says of itself', async () => {
    const integrity = `sha512-${Buffer.alloc(64, 7).toString('base64')}`;
    const one = { name: '@a/b', version: '1.0.0', licence: 'MIT', homepage: 'https://a.example', text: '' };
    const odd = [
      { ...one, name: 'c', licence: '(MIT OR ISC)', homepage: '', integrity },
      { ...one, name: 'd', licence: 'SEE LICENSE IN x', homepage: 'of nowhere, with <signs> and %' },
      { ...one, name: 'e', licence: '', homepage: 'http://[broken' },
    ];
    const app = { name: 'foyer', version: '1', licence: 'MIT' };
    const sbom = toSbom({ app, electron: '33.2.1', shipped: [one, ...odd], binaries: [] });
    await expect(checkSbom(sbom)).resolves.toBe(undefined);
    for (const [right, wrong] of [
      ['"purl"', '"url"'],
      ['"SHA-512"', '"SHA-5"'],
      ['"library"', '"thing"'],
      ['"id": "MIT"', '"id": "MIT/X11"'],
    ]) {
      expect(sbom).toContain(right);
      await expect(checkSbom(sbom.replace(right ?? '', wrong ?? ''))).rejects.toThrow(
        'none of CycloneDX 1.6',
      );
    }
  });

  it('W213 the bill of materials is the same for the same package', () => {
    const one = { name: '@a/b', version: '1.0.0', licence: 'MIT', homepage: 'https://a.example', text: '' };
    const what = { app: { name: 'foyer', version: '1', licence: 'MIT' }, electron: '33.2.1', binaries: [] };
    const two = { ...one, name: 'c', licence: '(MIT OR ISC)', homepage: '' };
    const three = { ...one, name: 'd', licence: 'MIT/X11', homepage: '' };
    const named = JSON.parse(toSbom({ ...what, shipped: [three] })).components[0];
    expect(named.licenses).toEqual([{ license: { name: 'MIT/X11' } }]);
    expect(toSbom({ ...what, shipped: [one, two] })).toBe(toSbom({ ...what, shipped: [two, one] }));
    const { components } = JSON.parse(toSbom({ ...what, shipped: [one, two] }));
    expect(components.map((/** @type {{ purl: string }} */ { purl }) => purl)).toEqual([
      'pkg:npm/%40a/b@1.0.0',
      'pkg:npm/c@1.0.0',
      'pkg:npm/electron@33.2.1',
    ]);
  });
});
