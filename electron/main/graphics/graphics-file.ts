import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fromJson } from '../../core/model/from-json';
import { graphicsMemorySchema, type GraphicsMemory } from '../../core/model/graphics';
import { safeParse } from '../../core/model/safe-parse';
import { writeWhole } from '../store/write-whole';

/** It says nothing of the person, and is read before anything could be unsealed. */
export const GRAPHICS_FILE = 'graphics.json';

/** Gives what a text says; undefined for one that says something else. Never throws. */
export function parseGraphicsMemory(text: string): GraphicsMemory | undefined {
  const parsed = safeParse(graphicsMemorySchema, fromJson(text));
  return parsed.success ? parsed.data : undefined;
}

/** Gives what the last start without a card left; undefined where there is none. Never throws. */
export function readGraphicsMemory(folder: string): GraphicsMemory | undefined {
  try {
    return parseGraphicsMemory(readFileSync(join(folder, GRAPHICS_FILE), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Keeps it, or that there is nothing to keep. @throws where the disk refuses */
export function keepGraphicsMemory(folder: string, memory: GraphicsMemory | undefined): void {
  const path = join(folder, GRAPHICS_FILE);
  if (memory === undefined) rmSync(path, { force: true });
  else writeWhole(path, Buffer.from(`${JSON.stringify(memory)}\n`));
}
