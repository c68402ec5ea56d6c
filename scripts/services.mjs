// @ts-check
// npm run docs:services [-- --check]: writes docs/services.md from what the tests of adapters say they show, or says
// whether it is as they say.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { tsImport } from 'tsx/esm/api';
import { readArgs } from './lib/args.mjs';
import { binOf } from './lib/build.mjs';
import { fail, runMain, say } from './lib/output.mjs';
import { formatted } from './lib/format.mjs';
import { cacheDir, rootDir } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { annotationsOf, toServicesPage } from './lib/services-table.mjs';

const file = join(rootDir, 'docs/services.md');

await runMain(async () => {
  const args = readArgs(process.argv.slice(2), { flags: ['check'] });
  if (args.problem ?? args.rest[0]) fail(args.problem ?? `Unknown argument ${args.rest[0]}`, 'Use --check.');
  const page = await formatted(file, await describeServices());
  const isSame = page === (await readFile(file, 'utf8').catch(() => ''));
  if (args.flags.has('check')) {
    if (!isSame) fail('docs/services.md is not what the tests show', 'Run npm run docs:services.');
    return 0;
  }
  if (!isSame) await writeFile(file, page);
  say(isSame ? 'docs/services.md is as the tests say' : 'wrote docs/services.md');
  return 0;
});

async function describeServices() {
  const { knowingServices, shownThings, SHOWN } = await tsImport('../e2e/support/shown.ts', import.meta.url);
  const { recipeById } = await tsImport('../electron/recipes/index.ts', import.meta.url);
  const shown = annotationsOf(await listTests(), SHOWN);
  const services = knowingServices.map((/** @type {string} */ id) => ({
    id,
    name: recipeById(id)?.name ?? id,
  }));
  return toServicesPage(shown, services, shownThings);
}

/** What Playwright lists without running anything. */
async function listTests() {
  const report = join(cacheDir, 'reports', 'list.json');
  await mkdir(join(cacheDir, 'reports'), { recursive: true });
  const listed = await run(
    process.execPath,
    [binOf('@playwright/test', 'cli.js'), 'test', '--list', '--reporter=json', 'e2e/app/adapter-'],
    { cwd: rootDir, env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
  );
  if (listed.code !== 0) fail('The tests could not be listed', listed.output);
  return JSON.parse(await readFile(report, 'utf8')).suites;
}
