// @ts-check
// npm run check:electron: has Electronegativity read the source for Electron's known mistakes. Every finding must stand in
// scripts/electronegativity/explained.json, with why it is as it has to be; docs/security.md has the whole checklist.
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import process from 'node:process';
import { compareFindings } from './lib/findings.mjs';
import { fail, runMain, say } from './lib/output.mjs';
import { ensureScannerPackages } from './lib/packages.mjs';
import { inRoot, rootDir } from './lib/paths.mjs';
import { mustRun } from './lib/run.mjs';

const scannerDir = inRoot('scripts', 'electronegativity');
/** What is shipped, as source; its tests are not. */
const read = ['electron', 'renderer', 'package.json'];
const isRead = (/** @type {string} */ path) =>
  !/\.(?:test|test-support)\.tsx?$|-child\.ts$|\.svg$/.test(path);

await runMain(async () => {
  await ensureScannerPackages();
  const folder = await mkdtemp(join(tmpdir(), 'foyer-scan-'));
  try {
    for (const name of read)
      await cp(join(rootDir, name), join(folder, name), { recursive: true, filter: isRead });
    return judge(await scan(folder), await explanations());
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** @returns {Promise<import('./lib/findings.mjs').Explained[]>} */
async function explanations() {
  return JSON.parse(await readFile(join(scannerDir, 'explained.json'), 'utf8'));
}

/** @param {string} folder */
async function scan(folder) {
  const { devDependencies } = JSON.parse(await readFile(join(rootDir, 'package.json'), 'utf8'));
  const args = [join(scannerDir, 'scan.cjs'), folder, devDependencies.electron];
  const printed = await mustRun(process.execPath, args, 'Look at what it printed.', { cwd: scannerDir });
  /** @type {{ errors: { file: string, message: string }[], issues: { id: string, file: string, sample?: string }[] }} */
  const { errors, issues } = JSON.parse(printed.trim().split('\n').at(-1) ?? '');
  if (errors.length > 0)
    fail(
      `Not understood by the scanner: ${errors.map(({ file }) => relative(folder, file)).join(', ')}`,
      'See there.',
    );
  return issues.map(({ id, file, sample }) => ({
    id,
    file: file === 'N/A' ? '' : relative(folder, file).replaceAll('\\', '/'),
    line: sample?.trim() ?? '',
  }));
}

/**
 * @param {readonly import('./lib/findings.mjs').Finding[]} found
 * @param {readonly import('./lib/findings.mjs').Explained[]} explained
 */
function judge(found, explained) {
  const { unexplained, stale } = compareFindings(found, explained);
  for (const { id, file, line } of unexplained) say(`not explained: ${id} ${file}: ${line}`);
  for (const { id, file, line } of stale) say(`explained, but no longer found: ${id} ${file}: ${line}`);
  if (unexplained.length + stale.length > 0) return 1;
  say(`${found.length} findings, all explained`);
  return 0;
}
