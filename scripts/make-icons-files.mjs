// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digitPath } from './make-icons-digits.mjs';
import { toPng } from './make-icons-png.mjs';
import { trayGlyph } from './make-icons-tray.mjs';

const counts = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '9+'];
/** @type {readonly (readonly [string, import('./make-icons-tray.mjs').GlyphState])[]} */
const states = [
  ['none', { kind: 'none' }],
  ['dot', { kind: 'dot' }],
  ...counts.map((text) => /** @type {const} */ ([toName(text), { kind: 'number', text }])),
];
/** Ink of the glyph on a panel of either look. */
const inks = { light: '#21201D', dark: '#FFFFFF' };
/** The attention colour, dark enough for white figures. */
const OVERLAY_GROUND = '#B4541F';

/**
 * Draws every icon made by machine.
 * @param {string} folder `resources/icons`, where the hand-drawn marks are
 * @returns {Map<string, Buffer>} file contents by path from that folder
 */
export function makeIconFiles(folder) {
  const mark = readFileSync(join(folder, 'mark.svg'), 'utf8');
  const small = readFileSync(join(folder, 'mark-small.svg'), 'utf8');
  const app = (/** @type {number} */ size) => toPng(size <= 24 ? small : mark, size);
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  files.set('icon.png', app(1024));
  files.set('icon-mac.png', toPng(withMargin(mark)));
  files.set('icon.ico', toIco([16, 20, 24, 32, 40, 48, 64, 256].map((size) => ({ size, png: app(size) }))));
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) files.set(`linux/${size}x${size}.png`, app(size));
  for (const [name, state] of states) {
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      for (const size of [22, 24, 44])
        files.set(`tray/linux/${theme}-${name}-${size}.png`, toPng(trayGlyph(size, state, inks[theme])));
      for (const size of [16, 20, 24, 32])
        files.set(`tray/windows/${theme}-${name}-${size}.png`, toPng(trayGlyph(size, state, inks[theme])));
    }
    files.set(`tray/mac/${name}Template.png`, toPng(trayGlyph(16, state, '#000000')));
    files.set(`tray/mac/${name}Template@2x.png`, toPng(trayGlyph(32, state, '#000000')));
  }
  for (const text of ['dot', ...counts]) {
    files.set(`overlay/${toName(text)}.png`, toPng(overlay(text), 16));
    files.set(`overlay/${toName(text)}@2x.png`, toPng(overlay(text), 32));
  }
  return files;
}

/** @param {string} text */
function toName(text) {
  return text.replace('+', '-plus');
}

/** Apple's grid leaves a margin of 100 pixels in 1024 around the tile. @param {string} mark */
function withMargin(mark) {
  const tile = mark.replace(/ width="1024" height="1024"/, ' x="100" y="100" width="824" height="824"');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024" viewBox="0 0 1024 1024">${tile}</svg>`;
}

/** Draws what is laid over the taskbar button: a disc with a figure, or a small disc. @param {string} text */
function overlay(text) {
  const digit = { width: 6, height: 8, stroke: 2 };
  const hasPlus = text.endsWith('+');
  const line = (/** @type {string} */ path, /** @type {number} */ x, /** @type {number} */ stroke) =>
    `<path fill="none" stroke="#fff" stroke-width="${stroke}" stroke-linejoin="round" transform="translate(${x} 4)" d="${path}"/>`;
  const figure = () => line(digitPath(text.slice(0, 1), digit), hasPlus ? 2 : 5, digit.stroke);
  const plus = hasPlus ? line(digitPath('+', { width: 5, height: 7, stroke: 1 }), 9, 1) : '';
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">',
    `<circle cx="8" cy="8" r="${text === 'dot' ? 5 : 8}" fill="${OVERLAY_GROUND}"/>`,
    text === 'dot' ? '' : figure() + plus,
    '</svg>',
  ].join('');
}

/**
 * Packs PNGs into one Windows icon, so that the small sizes are the ones drawn for them.
 * @param {readonly { size: number, png: Buffer }[]} images
 */
function toIco(images) {
  const ENTRY_BYTES = 16;
  const head = Buffer.alloc(6 + images.length * ENTRY_BYTES);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach(({ size, png }, index) => {
    const at = 6 + index * ENTRY_BYTES;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}
