// Does one act, named in the address, without any gesture of the person, and reports when it is done.
import { loudActs } from './hostile-loud.js';
import { newerActs } from './hostile-newer.js';
import { slyActs } from './hostile-sly.js';
import { act, report } from './hostile-tools.js';

const acts = { ...loudActs, ...newerActs, ...slyActs };

async function perform() {
  if (act === null || acts[act] === undefined) return;
  const what = await Promise.resolve()
    .then(() => acts[act]())
    .catch((error) => `failed: ${error.message}`);
  await report(what ?? 'done');
}

addEventListener('load', () => void perform());
