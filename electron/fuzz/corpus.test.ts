import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileNameOf, inputOf, keepBroken, listCorpus, readCorpus } from './corpus';
import { fuzzTargets } from './targets';

const names = fuzzTargets.map(({ name }) => name);

describe('what broke a parser once', () => {
  it('W201 is all of parsers that are tried', () => {
    expect(new Set(names).size).toBe(names.length);
    expect(listCorpus().filter((file) => !names.some((name) => fileNameOf(name) === file))).toEqual([]);
  });

  it.each(
    fuzzTargets.flatMap((target) =>
      readCorpus(target.name).map((kept) => [target.name, kept.shown, target, kept] as const),
    ),
  )('W201 breaks %s no more: %s', async (_, __, target, kept) => {
    await expect(Promise.resolve().then(() => target.tryOne(inputOf(kept)))).resolves.toBeUndefined();
  });

  it('W201 is kept with what JSON does not know, once', () => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-corpus-'));
    const input = { list: [NaN, undefined, '\uD800'], [`__proto__`]: 1n };
    keepBroken('some parser', { input, seed: 7, path: '', reason: 'Error: x\n at y' }, folder);
    keepBroken('some parser', { input, seed: 8, path: '', reason: 'again' }, folder);
    keepBroken('some parser', { input: 'x'.repeat(300_000), seed: 9, path: '', reason: 'large' }, folder);
    const kept = readCorpus('some parser', folder);
    writeFileSync(join(folder, fileNameOf('another')), '<<<<<<< of a merge');
    expect(readCorpus('a third', folder)).toEqual([]);
    expect(() => readCorpus('another', folder)).toThrow(SyntaxError);
    rmSync(folder, { recursive: true });
    expect(kept.map(({ seed, reason }) => [seed, reason])).toEqual([[7, 'Error: x']]);
    expect(kept.map(inputOf)).toEqual([input]);
  });
});
