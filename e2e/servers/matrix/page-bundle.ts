import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The page's first module; it brings the others. */
const MAIN = new URL('./page/main.ts', import.meta.url);

const bundles = new Map<URL, Promise<string>>();

/** The script of the page with the vendor's SDK in it; bundled when first asked for. */
export function bundlePage(): Promise<string> {
  const bundle = bundles.get(MAIN) ?? bundleScript();
  bundles.set(MAIN, bundle);
  return bundle;
}

/** Encryption is left out: it is another 8 MB, loaded only when asked for. */
async function bundleScript(): Promise<string> {
  const mode = process.env['NODE_ENV'];
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { global: 'globalThis' },
    build: {
      write: false,
      minify: false,
      target: 'chrome120',
      rolldownOptions: {
        input: fileURLToPath(MAIN),
        external: [/rust-crypto\/index\.js$/, /crypto-wasm/],
        output: { codeSplitting: false },
      },
    },
  });
  // Vite sets it for the whole process, which starts other programs too.
  if (mode === undefined) delete process.env['NODE_ENV'];
  const outputs = Array.isArray(built) ? built : [built];
  for (const one of outputs) {
    if (!('output' in one)) continue;
    const script = one.output.find((file) => file.type === 'chunk');
    if (script?.type === 'chunk') return script.code;
  }
  throw new Error('The page was not bundled.');
}
