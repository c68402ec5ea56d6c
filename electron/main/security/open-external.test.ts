import { expect, it, vi } from 'vitest';
import type { Browser } from '../../core/model/browser';
import { createOpenExternal } from './open-external';

const setUp = (openExternal = vi.fn(() => Promise.resolve()), isThere = true) => {
  const log = { info: vi.fn(), problem: vi.fn() };
  const fails: (() => void)[] = [];
  const browsers = {
    open: vi.fn((_browser: Browser, _address: string, fail: () => void) => (fails.push(fail), isThere)),
  };
  return { open: createOpenExternal({ openExternal }, browsers, log), openExternal, browsers, fails, log };
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

it('B68 W7 opens a web address in a certain browser, mail never, and by the system where that is not there', () => {
  const { open, openExternal, browsers, fails } = setUp();
  expect(open('https://a.test/x', 'firefox')).toBe(true);
  expect(browsers.open).toHaveBeenCalledExactlyOnceWith('firefox', 'https://a.test/x', fails[0]);
  expect(openExternal).not.toHaveBeenCalled();
  expect(open('mailto:mira@a.test', 'firefox')).toBe(true);
  expect(openExternal).toHaveBeenCalledExactlyOnceWith('mailto:mira@a.test');
  expect(open('file:///etc/passwd', 'firefox')).toBe(false);
  expect(browsers.open).toHaveBeenCalledOnce();
  // One that turns out not to start.
  fails[0]?.();
  expect(openExternal).toHaveBeenLastCalledWith('https://a.test/x');
  const gone = setUp(undefined, false);
  expect(gone.open('https://a.test/x', 'firefox')).toBe(true);
  expect(gone.openExternal).toHaveBeenCalledExactlyOnceWith('https://a.test/x');
});
