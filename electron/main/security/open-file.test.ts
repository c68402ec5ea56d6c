import { expect, it, vi } from 'vitest';
import { createOpenFile } from './open-file';

const setUp = (openPath: (path: string) => Promise<string>) => {
  const port = { openPath: vi.fn(openPath), showItemInFolder: vi.fn() };
  const log = { info: vi.fn(), problem: vi.fn() };
  return { open: createOpenFile(port, log), port, log };
};

it('B21 a file is opened, and one that would do something is only shown', () => {
  const { open, port } = setUp(() => Promise.resolve(''));
  open('/d/minutes.pdf');
  open('/d/minutes.exe');
  expect(port.openPath).toHaveBeenCalledExactlyOnceWith('/d/minutes.pdf');
  expect(port.showItemInFolder).toHaveBeenCalledExactlyOnceWith('/d/minutes.exe');
});

it('B21 where no program opens a file, the log has it, without its name', async () => {
  const { open, log } = setUp(() => Promise.resolve('no program'));
  open('/d/minutes.pdf');
  await vi.waitFor(() => expect(log.info).toHaveBeenCalledWith('a file could not be opened'));
  const broken = setUp(() => Promise.reject(new Error('gone')));
  broken.open('/d/minutes.pdf');
  await vi.waitFor(() => expect(broken.log.problem).toHaveBeenCalledTimes(1));
});
