import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { gateDialogs } from './page-dialogs';

function setUp(own: (info: unknown, answer: (accepted: boolean, text: string) => void) => unknown) {
  const page = new EventEmitter();
  page.on('-run-dialog', own);
  const shown = { value: true };
  const refuse = vi.fn();
  const problem = vi.fn();
  const clock = { nowMs: 0 };
  gateDialogs(page, {
    isWelcome: () => shown.value,
    refuse,
    nowMs: () => clock.nowMs,
    log: { problem },
  });
  const ask = (info: object = {}) =>
    new Promise<boolean>((resolve) => {
      page.emit('-run-dialog', { dialogType: 'confirm', ...info }, (accepted: boolean) => resolve(accepted));
    });
  return { ask, shown, clock, refuse, problem };
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

  it('W53 says whose words they are, and no more of them than fits', async () => {
    const own = vi.fn((_info: unknown, answer: (accepted: boolean, text: string) => void) =>
      answer(true, ''),
    );
    const { ask } = setUp(own);
    const messageText = `Foyer: your passphrase?${'\n'.repeat(500)}${'x'.repeat(1_000_000)}`;
    await ask({ messageText, frame: { url: 'https://evil.test:444/a' } });
    await ask({ messageText: 'hi', frame: { url: 'about:srcdoc' } });
    const said = own.mock.calls.map(([info]) => String(Reflect.get(Object(info), 'messageText')));
    expect(said[0]).toMatch(/^evil\.test:444:\n\nFoyer: your/);
    expect(said[0]?.split('\n').length).toBeLessThan(30);
    expect(said[0]?.length).toBeLessThan(1_600);
    expect(said[1]).toBe('about:blank:\n\nhi');
  });

  it('W53 five in a row, then one in five seconds; the rest is answered no', async () => {
    const { ask, clock, refuse } = setUp((_info, answer) => answer(true, ''));
    const answers = [];
    for (let index = 0; index < 8; index += 1) answers.push(await ask());
    expect(answers.filter(Boolean)).toHaveLength(5);
    expect(refuse).toHaveBeenLastCalledWith('dialog: too many');
    clock.nowMs += 5_000;
    expect(await ask()).toBe(true);
  });

  it('W15 leaves a page without that event alone', () => {
    const page = new EventEmitter();
    gateDialogs(page, { isWelcome: () => true, refuse: vi.fn(), nowMs: () => 0, log: { problem: vi.fn() } });
    expect(page.listenerCount('-run-dialog')).toBe(0);
  });
});
