// @ts-check
// npm test [-- --only types,lint,unit,e2e]: every check and test; the last line is "N passed, N failed".
import process from 'node:process';
import { readArgs } from './lib/args.mjs';
import { checks, runChecks } from './lib/checks.mjs';
import { describe, fail, runMain } from './lib/output.mjs';
import { exitCodeOf, lastLineOf, sumCounts } from './lib/reports.mjs';
import { electronEnv, setUp } from './lib/set-up.mjs';

function chooseChecks() {
  const args = readArgs(process.argv.slice(2), { values: ['only'] });
  const known = checks.map((check) => check.name).join(', ');
  if (args.problem ?? args.rest[0])
    fail(args.problem ?? `Unknown argument ${args.rest[0]}`, `Use --only with some of: ${known}.`);
  if (args.values['only'] === undefined) return checks;
  const names = args.values['only'].split(',');
  const unknown = names.find((name) => !checks.some((check) => check.name === name));
  if (unknown !== undefined) fail(`There is no check "${unknown}"`, `Use some of: ${known}.`);
  return checks.filter((check) => names.includes(check.name));
}

await runMain(async () => {
  try {
    const chosen = chooseChecks();
    const electron = await setUp('test');
    const count = sumCounts(await runChecks(chosen, electronEnv(electron)));
    process.stdout.write(`${lastLineOf(count)}\n`);
    return exitCodeOf(count);
  } catch (error) {
    // Whatever happened, the line that machines read comes last.
    process.stderr.write(`${describe(error)}\n`);
    process.stdout.write(`${lastLineOf({ passed: 0, failed: 1 })}\n`);
    return 1;
  }
});
