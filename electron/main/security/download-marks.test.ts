import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, vi } from 'vitest';
import { createDownloadMarker, systemMarkPort } from './download-marks';

const origin = {
  url: 'https://chat.test/files/a.pdf',
  pageUrl: 'https://chat.test/room',
  atMs: 0,
  id: 'b3c0',
};
const done = (): Promise<void> => Promise.resolve();
const setUp = (platform: 'darwin' | 'linux' | 'win32', run: (program: string) => Promise<void> = done) => {
  const port = { run: vi.fn(run), writeFile: vi.fn(done) };
  const problem = vi.fn();
  return { port, problem, mark: createDownloadMarker(platform, port, { problem }) };
};

it('W30 on Windows a stream beside the content says so', async () => {
  const { port, mark } = setUp('win32');
  await mark('C:\\d\\a.pdf', origin);
  expect(port.writeFile).toHaveBeenCalledExactlyOnceWith(
    'C:\\d\\a.pdf:Zone.Identifier',
    expect.stringContaining('ZoneId=3'),
  );
});

it('W30 on macOS the system’s own program writes the attribute', async () => {
  const { port, mark } = setUp('darwin');
  await mark('/d/a b.pdf', origin);
  expect(port.run.mock.calls).toEqual([
    ['/usr/bin/xattr', ['-w', 'com.apple.quarantine', '0081;00000000;Foyer;B3C0', '/d/a b.pdf']],
  ]);
});

it('W30 on Linux the next program is tried where the first is not there', async () => {
  const { port, mark, problem } = setUp('linux', (program) =>
    program === 'setfattr' ? Promise.reject(new Error('ENOENT')) : Promise.resolve(),
  );
  await mark('/d/a.pdf', origin);
  expect(port.run.mock.calls.map(([program]) => program)).toEqual(['setfattr', 'env', 'setfattr', 'env']);
  expect(problem).not.toHaveBeenCalled();
});

it('W30 what cannot be marked is told once, without its name', async () => {
  const failure = Object.assign(new Error('/d/secret.pdf: not supported'), { code: 'ENOTSUP' });
  const { mark, problem } = setUp('linux', () => Promise.reject(failure));
  await mark('/d/secret.pdf', origin);
  await mark('/d/secret2.pdf', origin);
  expect(problem.mock.calls).toEqual([['download not marked: ENOTSUP']]);
});

it.runIf(process.platform === 'linux')('W30 on this Linux the file really has it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-marks-'));
  try {
    const file = join(folder, '-a “b” $(c).pdf');
    await writeFile(file, 'x');
    const problem = vi.fn();
    await createDownloadMarker('linux', systemMarkPort, { problem })(file, origin);
    expect(problem).not.toHaveBeenCalled();
    const { stdout } = await promisify(execFile)('gio', ['info', '-a', 'xattr::*', file]);
    expect(stdout).toContain('xattr::xdg.origin.url: https://chat.test/files/a.pdf');
    expect(stdout).toContain('xattr::xdg.referrer.url: https://chat.test/room');
  } finally {
    await rm(folder, { recursive: true });
  }
});
