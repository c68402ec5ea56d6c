import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Foyer } from '../support/foyer.js';
import { people, type Person, type Stand } from './stand.js';

/** Waits until the person sees that page: its colour is on the screen itself, in the middle of the window. */
export async function seesPage(stand: Stand, foyer: Foyer, id: Person): Promise<void> {
  await expect
    .poll(() => colourOnScreen(stand, foyer), { message: `${id}'s page on the screen`, timeout: 15_000 })
    .toBe(people[id]);
}

/** Takes a picture of the display and reads the colour in the middle of the window's lower half. */
async function colourOnScreen(stand: Stand, { app }: Foyer): Promise<string> {
  const file = join(tmpdir(), `foyer-screen-${process.pid}.png`);
  await stand.desktop.screenshot(file);
  try {
    return await app.evaluate(({ BaseWindow, nativeImage, screen }, path) => {
      const window = BaseWindow.getAllWindows()[0];
      if (window === undefined) return 'no window';
      const { x, y, width, height } = window.getContentBounds();
      const { scaleFactor } = screen.getPrimaryDisplay();
      const at = { x: (x + width * 0.6) * scaleFactor, y: (y + height * 0.7) * scaleFactor };
      const image = nativeImage.createFromPath(path);
      const bgra = image.crop({ x: Math.round(at.x), y: Math.round(at.y), width: 1, height: 1 }).toBitmap();
      const hex = (index: number): string => (bgra[index] ?? 0).toString(16).padStart(2, '0');
      return `#${hex(2)}${hex(1)}${hex(0)}`;
    }, file);
  } finally {
    await rm(file, { force: true });
  }
}
