/**
 * Writes electron/recipes/<id>/icon.svg: each service's own mark, centred on a ground of its own, 36 by 36.
 * The marks come from the npm packages named below, fetched into .cache; electron/recipes/ICONS.md names the licences.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

const root = fileURLToPath(new URL('..', import.meta.url));
const sourceFolder = join(root, '.cache/icon-sources');
const packages = {
  'simple-icons': '@iconify-json/simple-icons@1.2.102',
  logos: '@iconify-json/logos@1.2.19',
  thelounge: 'thelounge@4.5.2',
};

const SIZE = 36;
const RADIUS = 10;
/** Hairline that keeps a white ground apart from a white window. */
const hairline = `<rect x=".5" y=".5" width="35" height="35" rx="9.5" fill="none" stroke="#000" stroke-opacity=".1"/>`;

/** The ground, the mark's colour where it has one only, and how large the mark is within the 36. */
const icons = [
  { id: 'rocketchat', from: simple('rocketdotchat'), ground: '#F5455C', ink: '#fff', extent: 24 },
  { id: 'mattermost', from: simple('mattermost'), ground: '#1E325C', ink: '#fff', extent: 22 },
  { id: 'slack', from: logo('slack-icon'), ground: '#fff', extent: 21.5 },
  { id: 'thelounge', from: theLounge, ground: '#415364', extent: 27 },
  { id: 'element', from: elementSwirl, ground: '#0DBD8B', ink: '#fff', extent: 22.5 },
  { id: 'zulip', from: simple('zulip'), ground: ['#24ADFF', '#7B71FF'], ink: '#fff', extent: 19 },
  { id: 'googlechat', from: simple('googlechat'), ground: '#34A853', ink: '#fff', extent: 21 },
  { id: 'messenger', from: simple('messenger'), ground: '#0866FF', ink: '#fff', extent: 23 },
  { id: 'discord', from: simple('discord'), ground: '#5865F2', ink: '#fff', extent: 23 },
  { id: 'telegram', from: telegramPlane, ground: ['#2AABEE', '#229ED9'], ink: '#fff', extent: 21 },
  { id: 'whatsapp', from: simple('whatsapp'), ground: '#25D366', ink: '#fff', extent: 23 },
  { id: 'teams', from: logo('microsoft-teams'), ground: '#fff', extent: 24 },
  { id: 'converse', from: simple('xmpp'), ground: '#002B5C', ink: '#fff', extent: 23 },
  { id: 'website', from: globe, ground: '#66625B', ink: '#fff', extent: 20 },
];

fetchSources();
for (const icon of icons) {
  const file = join(root, 'electron/recipes', icon.id, 'icon.svg');
  writeFileSync(file, `${draw(icon)}\n`);
}

/** Packs are unpacked alone, without what they depend on. */
function fetchSources() {
  for (const [folder, spec] of Object.entries(packages)) {
    const target = join(sourceFolder, folder);
    if (existsSync(join(target, spec.replaceAll('/', '-')))) continue;
    mkdirSync(target, { recursive: true });
    const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', target, spec], {
      cwd: sourceFolder,
      encoding: 'utf8',
    });
    execFileSync('tar', ['-xzf', join(target, packed.trim()), '-C', target]);
    writeFileSync(join(target, spec.replaceAll('/', '-')), '');
  }
}

/** @param {(typeof icons)[number]} icon */
function draw({ id, from, ground, ink, extent }) {
  const mark = from().replaceAll('currentColor', ink ?? '#000');
  const box = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512">${mark}</svg>`,
  ).getBBox();
  if (box === undefined) throw new Error(`${id}: the mark is empty`);
  const scale = extent / Math.max(box.width, box.height);
  const x = SIZE / 2 - (box.x + box.width / 2) * scale;
  const y = SIZE / 2 - (box.y + box.height / 2) * scale;
  const isShaded = typeof ground !== 'string';
  const shade = isShaded
    ? `<linearGradient id="ground-${id}" x2="0" y2="1"><stop stop-color="${ground[0]}"/><stop offset="1" stop-color="${ground[1]}"/></linearGradient>`
    : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36" width="36" height="36">`,
    shade,
    `<rect width="36" height="36" rx="${RADIUS}" fill="${isShaded ? `url(#ground-${id})` : ground}"/>`,
    ground === '#fff' ? hairline : '',
    `<g transform="translate(${short(x)} ${short(y)}) scale(${scale.toPrecision(5)})">${mark}</g>`,
    '</svg>',
  ].join('');
}

/** @param {number} value */
function short(value) {
  return Number(value.toFixed(3));
}

/** @param {string} name */
function simple(name) {
  return () => readIconify('simple-icons', name);
}

/** @param {string} name */
function logo(name) {
  return () => readIconify('logos', name).replaceAll(/SVG[a-zA-Z0-9]+/g, `${name}-$&`);
}

/** @param {string} set @param {string} name */
function readIconify(set, name) {
  const file = join(sourceFolder, set, 'package/icons.json');
  return JSON.parse(readFileSync(file, 'utf8')).icons[name].body;
}

/** The swirl alone: its round ground is left away for ours. */
function elementSwirl() {
  return cut(simple('element')(), /M12 0.*?m-1\.314 4\.715/, 'M10.686 4.715');
}

/** The paper plane alone: its round ground is left away for ours. */
function telegramPlane() {
  return cut(simple('telegram')(), /M11\.944 0.*?m4\.962 7\.224/, 'M16.906 7.224');
}

/** @param {string} text @param {RegExp} part @param {string} instead */
function cut(text, part, instead) {
  if (!part.test(text)) throw new Error('the mark is drawn otherwise than it was');
  return text.replace(part, instead);
}

/** Orange and white, as on the project's own dark ground. */
function theLounge() {
  const svg = readFileSync(
    join(sourceFolder, 'thelounge/package/public/img/logo-transparent-bg.svg'),
    'utf8',
  );
  const shapes = svg.match(/<(?:path|ellipse)[^>]*\/>/g) ?? [];
  return shapes.join('').replaceAll('class="st0"', 'fill="#ff9e18"').replaceAll('class="st1"', 'fill="#fff"');
}

/** Ours: the recipe for any website has no service to show. */
function globe() {
  const lines = 'M2 12h20M12 2c3 2.9 4.4 6.2 4.4 10S15 19.1 12 22c-3-2.9-4.4-6.2-4.4-10S9 4.9 12 2z';
  return `<g fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round"><circle cx="12" cy="12" r="10"/><path d="${lines}"/></g>`;
}
