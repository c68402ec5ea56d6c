/** A picture as four bytes a pixel: blue, green, red, opacity, from the top left on. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** Blue, green and red of the mark; macOS draws glyphs in a colour of its own. */
const RED = [0x44, 0x3b, 0xe5] as const;
/** How large the mark is, and the gap around it, as shares of the picture's height. */
const RADIUS = 0.24;
const GAP = 0.07;

/** Gives the picture with a red disc at the upper end, which says that the screen is seen; a gap parts it from the rest. */
export function withSharedMark({ width, height, bytes }: Pixels): Pixels {
  const marked = Uint8Array.from(bytes);
  const radius = height * RADIUS;
  const [centreX, centreY] = [width - radius, radius];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const away = Math.hypot(x + 0.5 - centreX, y + 0.5 - centreY);
      if (away > radius + height * GAP) continue;
      const at = (y * width + x) * 4;
      // Smooth at its edge.
      const opacity = Math.min(1, Math.max(0, radius + 0.5 - away));
      // What is not wholly opaque has its colour dimmed by as much.
      marked.set([...RED.map((value) => Math.round(value * opacity)), Math.round(255 * opacity)], at);
    }
  return { width, height, bytes: marked };
}
