import decodeIco from 'decode-ico';

/** The largest picture of an .ico file: as PNG, or as raw pixels (blue, green, red, alpha). */
export type IcoPicture =
  | { readonly kind: 'png'; readonly png: Uint8Array }
  | { readonly kind: 'pixels'; readonly bgra: Uint8Array; readonly width: number; readonly height: number };

/** Largest side taken from an .ico file, in px. */
const SIDE_MAX = 256;

/** Gives the largest picture of an .ico file; `undefined` for anything that is none. Electron itself reads .ico only on Windows. */
export function toPngFromIco(bytes: Uint8Array): IcoPicture | undefined {
  const isIco = bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 1 && bytes[3] === 0;
  if (!isIco) return undefined;
  try {
    const pictures = decodeIco(bytes).filter((one) => one.width <= SIDE_MAX && one.height <= SIDE_MAX);
    const best = pictures.toSorted((a, b) => b.width - a.width)[0];
    if (best === undefined) return undefined;
    if (best.type === 'png') return { kind: 'png', png: best.data };
    return { kind: 'pixels', bgra: toBgra(best.data), width: best.width, height: best.height };
  } catch {
    return undefined;
  }
}

function toBgra(rgba: Uint8Array | Uint8ClampedArray): Uint8Array {
  const bgra = Uint8Array.from(rgba);
  for (let at = 0; at + 3 < bgra.length; at += 4) {
    const red = bgra[at] ?? 0;
    bgra[at] = bgra[at + 2] ?? 0;
    bgra[at + 2] = red;
  }
  return bgra;
}
