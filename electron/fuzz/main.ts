import process from 'node:process';
import { keepBroken, shownOf } from './corpus';
import { runTarget } from './run-target';
import { fuzzTargets } from './targets';

/**
 * One process of `npm run fuzz`: `main.ts NAME INPUTS SEED` tries one parser and says in one line of JSON what came of it;
 * without arguments it says the names of all. What broke it is kept in `corpus`.
 */
const [name, inputs, seed] = process.argv.slice(2);
const target = fuzzTargets.find((one) => one.name === name);

if (name === undefined) say(fuzzTargets.map((one) => one.name));
else if (target === undefined) throw new Error(`there is no parser called ${name}`);
else {
  const { broken, ...result } = await runTarget(target, Number(inputs), Number(seed));
  if (broken !== undefined) keepBroken(name, broken);
  say({ ...result, reason: broken?.reason, shown: broken && shownOf(broken.input).slice(0, 2000) });
}

function say(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
