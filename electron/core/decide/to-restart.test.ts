import { expect, it } from 'vitest';
import { toRestart } from './to-restart';

it('R35 starts again as before, into safe mode or out of it, and hides no more', () => {
  const argv = ['/opt/foyer', '--user-data-dir=/x', '--hidden', 'foyer://open/a', '--safe-mode'];
  expect(toRestart({ argv, appImage: undefined }, false)).toEqual({ args: ['--user-data-dir=/x'] });
  expect(toRestart({ argv, appImage: '/home/ann/Foyer.AppImage' }, true)).toEqual({
    args: ['--user-data-dir=/x', '--safe-mode'],
    execPath: '/home/ann/Foyer.AppImage',
  });
});
