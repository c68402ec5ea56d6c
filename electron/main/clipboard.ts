import { clipboard } from 'electron/main';

/** Puts a text on the system's clipboard. */
export async function writeClipboard(text: string): Promise<void> {
  // Newer Electrons give a promise.
  const done: unknown = clipboard.writeText(text);
  await done;
}
