// @ts-check
import { readFile, writeFile } from 'node:fs/promises';
import { formatted } from '../../lib/format.mjs';
import { inRoot } from '../../lib/paths.mjs';
import { fail, say } from '../../lib/output.mjs';
import { toSvg } from './plot.mjs';
import { hostNames, measures, pointsOf, toMarkdown } from './table.mjs';

const page = inRoot('docs', 'performance.md');
const begin = '<!-- growth: begin, written by npm run bench -- --grow --docs -->';
const end = '<!-- growth: end -->';
const drawn = /** @type {const} */ (['pssMb', 'idlePercent', 'seenMs', 'notifyMs']);
const hosts = /** @type {const} */ (['awake', 'asleep', 'floor']);

/** Puts tables, plots and numbers where the page on performance shows them. @param {import('./table.mjs').Growth} growth */
export async function writeDocs(growth) {
  const panels = drawn.map((id) => {
    const { title, unit } = measures[id];
    const series = hosts
      .map((host) => ({ name: hostNames[host], points: pointsOf(growth, id, host) }))
      .filter(({ points }) => points.length > 0);
    return { title, unit, series };
  });
  const words = { title: 'What Foyer takes, by number of services', xTitle: 'services' };
  for (const theme of /** @type {const} */ (['light', 'dark']))
    await writeFile(inRoot('docs', 'images', `growth-${theme}.svg`), toSvg(panels, theme, words));
  await writeFormatted(inRoot('docs', 'performance.json'), JSON.stringify(growth));
  await writeFormatted(page, withPart(await readFile(page, 'utf8'), toPart(growth)));
  say('wrote docs/performance.md, docs/performance.json and docs/images/growth-*.svg');
}

/** As the check of formats wants it. @param {string} file @param {string} text */
async function writeFormatted(file, text) {
  await writeFile(file, await formatted(file, text));
}

/** @param {import('./table.mjs').Growth} growth */
function toPart(growth) {
  const { date, machine, idleSeconds, rounds } = growth;
  return `On ${date}: ${machine}; at rest for ${idleSeconds} s, ${rounds} start-ups of each.

${toMarkdown(growth)}

<picture>
  <source media="(prefers-color-scheme: dark)" srcset="images/growth-dark.svg" />
  <img src="images/growth-light.svg" alt="Four plots by number of services, the same numbers as in the tables" />
</picture>`;
}

/** The page with what is between the marks replaced. @param {string} text @param {string} part */
export function withPart(text, part) {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from)
    fail('docs/performance.md has no marks for what is measured', `Put in "${begin}" and "${end}".`);
  return `${text.slice(0, from)}${begin}\n\n${part}\n\n${text.slice(to)}`;
}
