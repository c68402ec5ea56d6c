import { expect } from '@playwright/test';
import type { AllKeysScene } from './all-keys-scene.js';
import { onBar } from './bar.js';

/** Presses what puts the service that is up into a window of its own, and has it back. */
export async function toOwnWindow(
  { shell, foyer, command }: AllKeysScene,
  press: () => Promise<void>,
): Promise<void> {
  const windows = () => foyer.app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows().length);
  const before = await windows();
  await press();
  await expect.poll(windows).toBe(before + 1);
  await command('own-window.close', { serviceId: 'ann' });
  await expect.poll(windows).toBe(before);
  await onBar(shell, 'ann').click();
}
