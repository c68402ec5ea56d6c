import { fileURLToPath } from 'node:url';
import { build, type BuildEnvironmentOptions, type UserConfig } from 'vite';

/** What a page needs beside what all need. */
interface Needs {
  readonly define?: UserConfig['define'];
  readonly rolldownOptions?: BuildEnvironmentOptions['rolldownOptions'];
}

const bundles = new Map<string, Promise<string>>();

/** The script of a page with the vendor's library in it, from its first module; bundled when first asked for. */
export function bundlePage(main: URL, needs: Needs = {}): Promise<string> {
  const bundle = bundles.get(main.href) ?? bundleScript(fileURLToPath(main), needs);
  bundles.set(main.href, bundle);
  return bundle;
}

async function bundleScript(input: string, { define, rolldownOptions }: Needs): Promise<string> {
  const mode = process.env['NODE_ENV'];
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    ...(define && { define }),
    build: {
      write: false,
      minify: false,
      target: 'chrome120',
      rolldownOptions: { ...rolldownOptions, input },
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
