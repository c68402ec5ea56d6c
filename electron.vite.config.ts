import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { drawings } from './scripts/lib/drawings.mjs';
import { shippedPackages } from './scripts/lib/shipped.mjs';

/** Everything is bundled: the packaged app ships no node_modules. Preloads are CJS since sandboxed preloads cannot be ESM. */
export default defineConfig({
  main: {
    plugins: [iconFiles(), engineBinary(), storeInThread(), shippedPackages()],
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      sourcemap: false,
      minify: true,
      rollupOptions: {
        input: {
          index: 'electron/main/index.ts',
          // Runs in a process of its own: ADR 7.
          'inbox-process': 'electron/main/inbox/process.ts',
          // Another one: ADR 12.
          'listeners-process': 'electron/main/listeners/process.ts',
          // Another app's database may be broken: `docs/spec/moving.md`.
          'database-process': 'electron/main/moving/database-process.ts',
          // And one that ends at once: ADR 15.
          'lock-process': 'electron/main/lock/process.ts',
          // A thread, for the disk keeps it waiting: ADR 5.
          'writer-thread': 'electron/main/store/writer-thread.ts',
        },
        external: ['usocket', 'x11', 'abstract-socket'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  },
  preload: {
    plugins: [shippedPackages()],
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed preload cannot load a second file.
      isolatedEntries: true,
      sourcemap: false,
      minify: false,
      rollupOptions: {
        input: {
          shell: 'electron/preload/shell.ts',
          service: 'electron/preload/service.ts',
          'service-worker': 'electron/preload/service-worker.ts',
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    publicDir: false,
    plugins: [react(), drawings(), pureSchemas(), shippedPackages()],
    build: {
      minify: true,
      outDir: 'out/renderer',
      rollupOptions: {
        input: 'renderer/index.html',
        treeshake: { manualPureFunctions: ['z'] },
        // Rolldown keeps of the schemas what one piece takes from another, though nothing uses it: the core is one piece.
        output: {
          codeSplitting: {
            groups: [{ name: 'core', test: /[\\/]electron[\\/]core[\\/]|[\\/]node_modules[\\/]zod[\\/]/ }],
          },
        },
      },
      assetsInlineLimit: 0,
    },
  },
});

/** Puts the icons that main opens by path into out/icons: the tray's, the overlays, and each recipe's as PNG. */
function iconFiles(): Plugin {
  const root = import.meta.dirname;
  const out = join(root, 'out/icons');
  const sidePx = 128;
  return {
    name: 'foyer-icon-files',
    writeBundle: async () => {
      await rm(out, { recursive: true, force: true });
      await mkdir(join(out, 'recipes'), { recursive: true });
      for (const folder of ['tray', 'overlay'])
        await cp(join(root, 'resources/icons', folder), join(out, folder), { recursive: true });
      const recipes = join(root, 'electron/recipes');
      for (const entry of await readdir(recipes, { withFileTypes: true })) {
        if (!entry.isDirectory()) continue;
        const svg = await readFile(join(recipes, entry.name, 'icon.svg'), 'utf8');
        const png = new Resvg(svg, { fitTo: { mode: 'width', value: sidePx } }).render().asPng();
        await writeFile(join(out, 'recipes', `${entry.name}.png`), png);
      }
    },
  };
}

/** The core's schemas are main's business: that making one does nothing else is said of each, so that the shell carries none. */
function pureSchemas(): Plugin {
  return {
    name: 'foyer-pure-schemas',
    transform: (code, id) =>
      id.replaceAll('\\', '/').includes('/electron/core/')
        ? { code: code.replaceAll(/(?<![\w.])z(?=\s*\.\w+\()/g, '/* @__PURE__ */ z'), map: null }
        : undefined,
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && chunk.code.includes('._zod'))
          this.error(`${chunk.fileName} carries schemas: something of the shell parses, or asks one of them`);
      }
    },
  };
}

/**
 * libsql looks for its binary in node_modules, and asks the system's report which one, which can take seconds. In the
 * bundle it takes the file that the process was started with.
 */
function engineBinary(): Plugin {
  return {
    name: 'foyer-engine-binary',
    transform: (code, id) => {
      if (!id.replaceAll('\\', '/').endsWith('/libsql/index.js')) return undefined;
      const start = code.indexOf('const {\n  databaseOpen,');
      const parts = code.slice(start).split('= requireNative();');
      if (start < 0 || parts.length !== 2)
        throw new Error('libsql chooses its binary in another way than before');
      return { code: parts.join('= require(process.argv[2]);'), map: null };
    },
  };
}

/**
 * electron-store asks Electron for the data folder and the version, which it is told here; in a thread there is no Electron to
 * ask, and the mere import fails.
 */
function storeInThread(): Plugin {
  const asked = "import electron from 'electron';";
  return {
    name: 'foyer-store-in-thread',
    transform: (code, id) => {
      if (!id.replaceAll('\\', '/').endsWith('/electron-store/index.js')) return undefined;
      if (!code.includes(asked))
        throw new Error('electron-store imports Electron in another way than before');
      return { code: code.replace(asked, 'const electron = {};'), map: null };
    },
  };
}
