// @ts-check
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { inRoot } from '../lib/paths.mjs';

const rounds = 7;

/**
 * Decides about notifications in one thread with 5,000 rules: bundled as the app's own main process is, run by Node.
 * @param {string} folder @returns {Promise<number[]>} decisions a second, of each round; the first, which warms up, left out
 */
export async function measurePolicy(folder) {
  const outDir = join(folder, 'policy');
  await build({
    configFile: false,
    logLevel: 'error',
    root: inRoot(),
    build: {
      ssr: inRoot('scripts', 'bench', 'policy', 'main.ts'),
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { format: 'es', entryFileNames: 'main.mjs' } },
    },
    ssr: { noExternal: true },
  });
  /** @type {{ measure: (nowMs: () => number) => { readonly perSecond: number } }} */
  const { measure } = await import(pathToFileURL(join(outDir, 'main.mjs')).href);
  const found = [];
  for (let round = 0; round <= rounds; round += 1) found.push(measure(() => performance.now()).perSecond);
  return found.slice(1);
}
