import { describe, expect, it, vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { commandById } from '../../core/commands/command-list';
import { createAppStore } from '../store/app-store';
import { runCommand } from '../run-command';
import { startPageActs, type ActPage } from './page-acts';

function setUp(url = 'https://a.test/room') {
  const store = createAppStore(aState([aService('a')]), (error) => {
    throw error;
  });
  const said: string[] = [];
  const says =
    (what: string) =>
    (...rest: readonly unknown[]): void =>
      void said.push([what, ...rest].join(' '));
  const page: ActPage = {
    isDestroyed: () => false,
    getURL: () => url,
    getTitle: () => 'Room / one',
    print: says('print'),
    printToPDF: () => Promise.resolve(Buffer.from('pdf')),
    executeJavaScriptInIsolatedWorld: (world, _scripts, isByPerson) => {
      said.push(`picture ${world} ${isByPerson}`);
      return Promise.reject(new Error('no video'));
    },
    navigationHistory: { goBack: says('back'), goForward: says('forward') },
  };
  const writeFile = vi.fn(() => Promise.resolve());
  const onProblem = vi.fn();
  const askPath = vi.fn<(name: string) => Promise<string | null>>(() => Promise.resolve('/d/room.pdf'));
  startPageActs(store, {
    pageOf: (serviceId) => (serviceId === 'a' ? page : undefined),
    writeText: says('copy'),
    openOutside: says('outside'),
    askPath,
    writeFile,
    toggleFullScreen: says('full screen'),
    newId: () => 'n1',
    onProblem,
  });
  const run = (id: string): void => runCommand(store, id);
  const notices = () => store.getState().session.notices;
  return { store, said, run, notices, writeFile, askPath, onProblem };
}

describe('what is done with a page as a whole', () => {
  it('B40 each is a command, and does it to the page that is shown', async () => {
    const { said, run, onProblem } = setUp();
    for (const id of ['back', 'forward', 'copyAddress', 'openOutside', 'print', 'pictureInPicture'])
      run(`page.${id}`);
    run('window.fullScreen');
    expect(said).toEqual([
      ...['back', 'forward', 'copy https://a.test/room', 'outside https://a.test/room a', 'print'],
      ...['picture 1101 true', 'full screen'],
    ]);
    await vi.waitFor(() => expect(onProblem).toHaveBeenCalledOnce());
  });

  it('B40 there is nothing to do where no page is shown', () => {
    const inSettings = { ...aState([aService('a')]) };
    const state = { ...inSettings, session: { ...inSettings.session, page: 'settings' as const } };
    expect(commandById('page.print')?.toAction(state)).toBeUndefined();
    expect(commandById('page.print')?.toAction(aState())).toBeUndefined();
  });

  it('B41 an address that is none of the web goes nowhere', () => {
    const { said, run } = setUp('data:text/html,secret');
    run('page.copyAddress');
    run('page.openOutside');
    expect(said).toEqual([]);
  });

  it('B42 a page is saved as PDF where the person says, under a plain name', async () => {
    const { run, notices, writeFile, askPath } = setUp();
    run('page.savePdf');
    await vi.waitFor(() => expect(notices()).toMatchObject([{ kind: 'page-saved' }]));
    expect(askPath.mock.calls[0]?.[0]).toMatch(/^[^/\\]+\.pdf$/);
    expect(writeFile).toHaveBeenCalledExactlyOnceWith('/d/room.pdf', Buffer.from('pdf'));
  });

  it('B42 one that cannot be saved is told, and one that is cancelled is not', async () => {
    const { run, notices, writeFile, askPath } = setUp();
    askPath.mockResolvedValueOnce(null);
    run('page.savePdf');
    writeFile.mockRejectedValueOnce(new Error('no room'));
    run('page.savePdf');
    await vi.waitFor(() => expect(notices()).toMatchObject([{ kind: 'page-not-saved' }]));
    expect(writeFile).toHaveBeenCalledOnce();
  });
});
