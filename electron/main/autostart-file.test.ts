import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { putAutostart } from './autostart-file';

it('D95 the file is there whole, is replaced, and goes again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-autostart-'));
  putAutostart(folder, 'foyer.desktop', undefined);
  putAutostart(folder, 'foyer.desktop', 'one');
  putAutostart(folder, 'foyer.desktop', 'two');
  expect(readFileSync(join(folder, 'autostart/foyer.desktop'), 'utf8')).toBe('two');
  putAutostart(folder, 'foyer.desktop', undefined);
  expect(readdirSync(join(folder, 'autostart'))).toEqual([]);
  rmSync(folder, { recursive: true });
});
