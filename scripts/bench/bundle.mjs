// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { inRoot } from '../lib/paths.mjs';

/**
 * Bundles what measures a part of the core as the app's own main process is bundled, and loads it.
 * @param {string} name the folder of its `main.ts` @param {string} folder where the bundle may lie
 * @returns {Promise<unknown>} what it exports
 */
export async function loadBundled(name, folder) {
  const outDir = join(folder, name);
  await build({
    configFile: false,
    logLevel: 'error',
    root: inRoot(),
    build: {
      ssr: inRoot('scripts', 'bench', name, 'main.ts'),
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { format: 'es', entryFileNames: 'main.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return import(pathToFileURL(join(outDir, 'main.mjs')).href);
}
