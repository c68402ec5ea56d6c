import { expect, it, vi } from 'vitest';
import { createOpenExternal } from './open-external';

const setUp = (openExternal = vi.fn(() => Promise.resolve())) => {
  const log = { info: vi.fn(), problem: vi.fn() };
  return { open: createOpenExternal({ openExternal }, log), openExternal, log };
};

it.each(['https://a.test/x', 'http://a.test/', 'mailto:mira@a.test'])('W7 opens %s', (address) => {
  const { open, openExternal } = setUp();
  expect(open(address)).toBe(true);
  expect(openExternal).toHaveBeenCalledWith(address);
});

it.each(['file:///etc/passwd', 'javascript:alert(1)', 'ms-msdt:/id', 'smb://host/x', 'tel:112', 'x', ''])(
  'W7 does not open %j',
  (address) => {
    const { open, openExternal, log } = setUp();
    expect(open(address)).toBe(false);
    expect(openExternal).not.toHaveBeenCalled();
    expect(log.info).toHaveBeenCalledOnce();
  },
);

it('W7 tells when nothing there opens it', async () => {
  const { open, log } = setUp(vi.fn(() => Promise.reject(new Error('no browser'))));
  expect(open('https://a.test/')).toBe(true);
  await vi.waitFor(() => expect(log.problem).toHaveBeenCalledOnce());
});
