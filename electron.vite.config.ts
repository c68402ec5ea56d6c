import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Everything is bundled: the packaged app ships no node_modules. Preloads are CJS since sandboxed preloads cannot be ESM. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      sourcemap: false,
      minify: true,
      rollupOptions: {
        input: { index: 'electron/main/index.ts' },
        external: ['usocket', 'x11', 'abstract-socket'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      sourcemap: false,
      minify: false,
      rollupOptions: {
        input: { shell: 'electron/preload/shell.ts', service: 'electron/preload/service.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    publicDir: false,
    plugins: [react()],
    build: { outDir: 'out/renderer', rollupOptions: { input: 'renderer/index.html' }, assetsInlineLimit: 0 },
  },
});
