import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { SPARED_MS } from '../../core/decide/decide-graphics';
import { aState } from '../../core/fixtures.test-support';
import { useTemporary } from '../lock/lock.test-support';
import { createAppStore } from '../store/app-store';
import { createTestClock } from '../test-clock.test-support';
import { GRAPHICS_FILE, parseGraphicsMemory } from './graphics-file';
import { spareGraphics } from './spare-graphics';

const folder = useTemporary();
const file = (): string => join(folder.path, GRAPHICS_FILE);
const clock = createTestClock(1_000_000);

/** Starts the app on the folder, has it paint, and lets it run for a while. */
function start({ compositing = 'disabled_software', electron = '33.2.1', switches = [''] } = {}) {
  const spare = vi.fn();
  const onProblem = vi.fn();
  const watch = spareGraphics({
    ...clock,
    folder: folder.path,
    electron,
    hasSwitch: (name) => switches.includes(name),
    spare,
    compositing: () => compositing,
    onProblem,
  });
  const store = createAppStore(aState(), (error) => expect.fail(String(error)));
  const stop = watch(store);
  store.dispatch({ kind: 'shell-painted' });
  clock.pass(60_000);
  stop();
  return { isSpared: spare.mock.calls.length > 0, onProblem };
}

describe('spareGraphics', () => {
  it('H31 remembers that no card could be used, and does not try it again for three days', () => {
    expect(start().isSpared).toBe(false);
    expect(parseGraphicsMemory(readFileSync(file(), 'utf8'))).toMatchObject({ electron: '33.2.1' });
    expect(start().isSpared).toBe(true);
    expect(start({ electron: '45.0.0' }).isSpared).toBe(false);
    expect(start({ electron: '45.0.0' }).isSpared).toBe(true);
    clock.pass(SPARED_MS);
    expect(start({ electron: '45.0.0', compositing: 'enabled' }).isSpared).toBe(false);
    expect(existsSync(file())).toBe(false);
    expect(start({ electron: '45.0.0' }).isSpared).toBe(false);
  });

  it('H31 neither spares nor remembers where a switch says what shall be', () => {
    expect(start({ switches: ['disable-gpu'] }).isSpared).toBe(false);
    expect(existsSync(file())).toBe(false);
    start();
    expect(start({ switches: ['ignore-gpu-blocklist'] }).isSpared).toBe(false);
  });

  it('H31 writes nothing where a card is used, and takes what cannot be read as nothing', () => {
    expect(start({ compositing: 'enabled' }).isSpared).toBe(false);
    expect(existsSync(file())).toBe(false);
    for (const nonsense of [
      '',
      '{',
      '{"electron":"","failedAtMs":1}',
      '{"electron":"33.2.1","failedAtMs":-1}',
    ]) {
      writeFileSync(file(), nonsense);
      expect(start({ compositing: 'enabled' }).isSpared).toBe(false);
    }
  });

  it('H31 goes on where the disk refuses', () => {
    mkdirSync(join(folder.path, `${GRAPHICS_FILE}.tmp`));
    expect(start().onProblem).toHaveBeenCalledOnce();
    expect(start().isSpared).toBe(false);
  });
});
