import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { gateDialogs } from './page-dialogs';

function setUp(own: (info: unknown, answer: (accepted: boolean, text: string) => void) => unknown) {
  const page = new EventEmitter();
  page.on('-run-dialog', own);
  const shown = { value: true };
  const refuse = vi.fn();
  const problem = vi.fn();
  gateDialogs(page, () => shown.value, refuse, { problem });
  const ask = () =>
    new Promise<boolean>((resolve) => {
      page.emit('-run-dialog', { dialogType: 'confirm' }, (accepted: boolean) => resolve(accepted));
    });
  return { ask, shown, refuse, problem };
}

describe('gateDialogs', () => {
  it('W15 lets the dialog of a page that is looked at through', async () => {
    const { ask, refuse } = setUp((_info, answer) => answer(true, ''));
    expect(await ask()).toBe(true);
    expect(refuse).not.toHaveBeenCalled();
  });

  it('W15 answers no for a page behind, without asking anyone', async () => {
    const own = vi.fn();
    const { ask, shown, refuse } = setUp(own);
    shown.value = false;
    expect(await ask()).toBe(false);
    expect(own).not.toHaveBeenCalled();
    expect(refuse).toHaveBeenCalledOnce();
  });

  it('W15 answers no when the dialog cannot be shown, so that its page goes on', async () => {
    const { ask, problem } = setUp(() => {
      throw new TypeError('Invalid URL');
    });
    expect(await ask()).toBe(false);
    expect(problem).toHaveBeenCalledOnce();
  });

  it('W15 leaves a page without that event alone', () => {
    const page = new EventEmitter();
    gateDialogs(page, () => true, vi.fn(), { problem: vi.fn() });
    expect(page.listenerCount('-run-dialog')).toBe(0);
  });
});
