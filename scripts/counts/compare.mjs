// @ts-check
import { readFile } from 'node:fs/promises';

/**
 * What a count was when it was last looked at: more than that, and `slack`, is worse.
 * @typedef {{ was: number, slack?: number, what: string }} Budgeted
 */

const file = new URL('./budget.json', import.meta.url);

/** What is counted, by its id. @returns {Promise<Readonly<Record<string, Budgeted>>>} */
export const readBudget = async () => JSON.parse(await readFile(file, 'utf8'));

/**
 * Says in plain words which counts are worse than they were; none when all is well. Who counts only a part says which by
 * the start of its ids: all of that part must be counted, and nothing else.
 * @param {Readonly<Record<string, Budgeted>>} budget
 * @param {Readonly<Record<string, number>>} counted
 * @param {string} part
 * @returns {readonly string[]}
 */
export function findWorse(budget, counted, part) {
  const ids = new Set([...Object.keys(budget).filter((id) => id.startsWith(part)), ...Object.keys(counted)]);
  return [...ids].flatMap((id) => {
    const before = budget[id];
    const now = counted[id];
    if (before === undefined) return [`${id} is ${now}, and scripts/counts/budget.json does not know it.`];
    if (now === undefined) return [`${id} was ${before.was}, and is not counted any more: ${before.what}.`];
    if (now <= before.was + (before.slack ?? 0)) return [];
    const most = before.slack === undefined ? '' : ` (at most ${before.was + before.slack})`;
    return [
      `${id} was ${before.was}, is ${now}${most}: ${before.what}. Find what made it more; if it has to be, write ${now} into scripts/counts/budget.json and say why.`,
    ];
  });
}
