import { expect, type Locator } from '@playwright/test';
import { Resvg } from '@resvg/resvg-js';

/** A PNG of one colour. */
export const pngOf = (colour: string, side = 64): Buffer =>
  new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect width="${side}" height="${side}" fill="${colour}"/></svg>`,
  )
    .render()
    .asPng();

/** The same as an .ico file with one picture. */
export function icoOf(colour: string): Buffer {
  const png = pngOf(colour, 32);
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(32, 6);
  head.writeUInt8(32, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(22, 18);
  return Buffer.concat([head, png]);
}

/** Waits until the picture in a button has this colour in its middle, as `r,g,b`. */
export async function expectColour(button: Locator, colour: string): Promise<void> {
  await expect
    .poll(() =>
      button.evaluate((element) => {
        const image = element.querySelector('img');
        const context = document.createElement('canvas').getContext('2d');
        if (image === null || context === null || !image.complete) return 'no picture';
        context.drawImage(image, 0, 0, 3, 3);
        return [...context.getImageData(1, 1, 1, 1).data.subarray(0, 3)].join(',');
      }),
    )
    .toBe(colour);
}
