import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { titleChild, toChildOptions, type TitledWindow } from './child-window';

const area = { width: 1600, height: 900 };
const options = toChildOptions({} as never, {}, 'width=400,show=no,alwaysOnTop=yes', area);

/** The options that Electron's own types name. */
function optionsOf(electron: string): readonly string[] {
  const types = readFileSync(
    join(import.meta.dirname, '../../../node_modules', electron, 'electron.d.ts'),
    'utf8',
  );
  return ['BaseWindowConstructorOptions', 'BrowserWindowConstructorOptions'].flatMap((name) => {
    const [, body = ''] =
      new RegExp(`\\n {2}interface ${name}[^{]*\\{(.*?)\\n {2}\\}\\n`, 's').exec(types) ?? [];
    return [...body.matchAll(/^ {4}([a-zA-Z]+)\??:/gm)].map(([, option = '']) => option);
  });
}

it.each(['electron', 'electron-33'])(
  'W50 nothing that a window of %s can be is for the page to say',
  (electron) => {
    const names = optionsOf(electron);
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name) => !Object.hasOwn(options, name))).toEqual([]);
  },
);

it('W50 the window is seen, has a frame, and lies over nothing; its size alone is the page’s', () => {
  expect(options).toMatchObject({
    width: 400,
    height: 700,
    minWidth: 320,
    show: true,
    frame: true,
    alwaysOnTop: false,
    kiosk: false,
    x: undefined,
  });
});

it('W51 its title begins with the host of its page, whatever the page says', () => {
  const webContents = Object.assign(new EventEmitter(), {
    getURL: () => 'https://evil.test/',
    getTitle: () => '',
  });
  const setTitle = vi.fn();
  titleChild({ webContents, setTitle, isDestroyed: () => false } as unknown as TitledWindow);
  const preventDefault = vi.fn();
  webContents.emit('page-title-updated', { preventDefault }, 'Your bank');
  webContents.emit('did-navigate');
  expect(setTitle.mock.calls).toEqual([['evil.test'], ['evil.test — Your bank'], ['evil.test']]);
  expect(preventDefault).toHaveBeenCalledOnce();
});
