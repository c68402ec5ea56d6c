import { describe, expect, it } from 'vitest';
import { toSbom } from './sbom.mjs';
import { folderOf, licenceOf } from './shipped.mjs';

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
