// @ts-check
import { Resvg } from '@resvg/resvg-js';
import { zlibSync } from 'fflate';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHANNELS = 4;

/**
 * Renders an SVG as PNG. Packed here and not by the renderer, which makes files over twice as large; with a deflate
 * written in JavaScript, because zlib's output differs from machine to machine.
 * @param {string} svg @param {number} [width] in pixels; the SVG's own without
 */
export function toPng(svg, width) {
  const options =
    width === undefined ? {} : { fitTo: /** @type {const} */ ({ mode: 'width', value: width }) };
  const image = new Resvg(svg, options).render();
  const header = Buffer.alloc(13);
  header.writeUInt32BE(image.width, 0);
  header.writeUInt32BE(image.height, 4);
  header.set([8, 6], 8);
  const rows = toFilteredRows(toStraightAlpha(image.pixels), image.width * CHANNELS);
  return Buffer.concat([
    SIGNATURE,
    toChunk('IHDR', header),
    toChunk('IDAT', Buffer.from(zlibSync(rows, { level: 9 }))),
    toChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The renderer multiplies colours by their alpha; PNG keeps them apart. @param {Buffer} pixels */
function toStraightAlpha(pixels) {
  const straight = Buffer.from(pixels);
  for (let at = 0; at < straight.length; at += CHANNELS) {
    const alpha = straight[at + 3] ?? 0;
    if (alpha === 0 || alpha === 255) continue;
    for (let channel = at; channel < at + 3; channel += 1)
      straight[channel] = Math.min(255, Math.round(((straight[channel] ?? 0) * 255) / alpha));
  }
  return straight;
}

/** Gives each row the PNG filter that leaves the smallest numbers. @param {Buffer} pixels @param {number} stride */
function toFilteredRows(pixels, stride) {
  const rows = [];
  for (let start = 0; start < pixels.length; start += stride) {
    const row = pixels.subarray(start, start + stride);
    const above = start === 0 ? Buffer.alloc(stride) : pixels.subarray(start - stride, start);
    const tries = predictors.map((predict, filter) => toFilteredRow(row, above, filter, predict));
    const best = Math.min(...tries.map((one) => one.weight));
    rows.push(tries.find((one) => one.weight === best)?.bytes ?? row);
  }
  return Buffer.concat(rows);
}

/** @typedef {(left: number, up: number, upLeft: number) => number} Predictor */

/** @type {readonly Predictor[]} in the order of PNG's filter types */
const predictors = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, upLeft) => {
    const guess = left + up - upLeft;
    const [toLeft, toUp, toUpLeft] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)];
    if (toLeft <= toUp && toLeft <= toUpLeft) return left;
    return toUp <= toUpLeft ? up : upLeft;
  },
];

/** @param {Buffer} row @param {Buffer} above @param {number} filter @param {Predictor} predict */
function toFilteredRow(row, above, filter, predict) {
  const bytes = Buffer.alloc(row.length + 1);
  bytes[0] = filter;
  let weight = 0;
  for (let at = 0; at < row.length; at += 1) {
    const guess = predict(row[at - CHANNELS] ?? 0, above[at] ?? 0, above[at - CHANNELS] ?? 0);
    const rest = ((row[at] ?? 0) - guess) & 255;
    bytes[at + 1] = rest;
    weight += rest < 128 ? rest : 256 - rest;
  }
  return { bytes, weight };
}

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** @param {string} type @param {Buffer} data */
function toChunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 4);
  return chunk;
}
