import { describe, expect, it } from 'vitest';
import { contract, type CommandName } from '../../core/ipc/contract';
import { lockedCommands } from '../../core/ipc/lock-contract';
import { serveCommands, type CommandReply, type Handlers } from './serve-commands';

type Listener = (event: string, request: unknown) => Promise<CommandReply>;

function serve(
  overrides: Partial<Handlers> = {},
  isHeard: (name: string) => boolean = () => true,
  whenKept = () => () => Promise.resolve(),
) {
  const calls: unknown[] = [];
  const problems: string[] = [];
  const listeners = new Map<string, Listener>();
  const nowListeners = new Map<string, (event: string, request: unknown) => CommandReply>();
  const names = Object.keys(contract) as CommandName[];
  const record = Object.fromEntries(
    names.map((name) => [name, (input: unknown) => void calls.push([name, input])]),
  );
  const stop = serveCommands<string>(
    {
      handle: (channel, listener) => listeners.set(channel, listener),
      removeHandler: (channel) => listeners.delete(channel),
      handleNow: (channel, listener) => {
        nowListeners.set(channel, listener);
        return () => nowListeners.delete(channel);
      },
    },
    { ...(record as unknown as Handlers), ...overrides },
    (event) => event === 'shell',
    isHeard,
    whenKept,
    (reason) => problems.push(reason),
  );
  const send = async (event: string, request: unknown) => listeners.get('shell:command')?.(event, request);
  const sendNow = (event: string, request: unknown) =>
    nowListeners.get('shell:command-now')?.(event, request);
  return { calls, problems, send, sendNow, stop, listeners, nowListeners };
}

describe('serveCommands', () => {
  it('K21 answers only when what the command has set is kept', async () => {
    const said: string[] = [];
    const { send } = serve({ 'app.quit': () => void said.push('done') }, undefined, () => {
      said.push('begun');
      return async () => void said.push('kept');
    });
    await send('shell', { name: 'app.quit' });
    expect(said).toEqual(['begun', 'done', 'kept']);
  });

  it('L62 hears nothing but what leads on while it is locked', async () => {
    const { send, sendNow, calls } = serve({}, (name) => lockedCommands.has(name));
    const locked = { ok: false, reason: 'locked' };
    expect(await send('shell', { name: 'inbox.page', input: {} })).toEqual(locked);
    expect(await send('shell', { name: 'lock.change', input: { passphrase: 'a', next: 'b' } })).toEqual(
      locked,
    );
    expect(sendNow('shell', { name: 'switcher.search', input: { query: 'a', limit: 5 } })).toEqual(locked);
    expect(calls).toEqual([]);
    expect(await send('shell', { name: 'lock.unlock', input: { passphrase: 'a' } })).toMatchObject({
      ok: true,
    });
    const lock = { isOn: false };
    const open = serve(
      { 'inbox.entry': async () => Promise.resolve({ kind: 'failed', reason: 'x' }) },
      () => !lock.isOn,
    );
    const asked = open.send('shell', { name: 'inbox.entry', input: { id: 1 } });
    lock.isOn = true;
    expect(await asked).toEqual(locked);
    expect([...lockedCommands].filter((name) => !(name in contract))).toEqual([]);
  });

  it('W20 calls the handler with checked input', async () => {
    const { send, calls } = serve();
    expect(await send('shell', { name: 'service.activate', input: { serviceId: 'abc' } })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(calls).toEqual([['service.activate', { serviceId: 'abc' }]]);
  });

  it('W20 refuses every sender that is not the shell window', async () => {
    const { send, calls, problems } = serve();
    expect(await send('service', { name: 'app.quit' })).toEqual({ ok: false, reason: 'not-trusted' });
    expect(calls).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  it.each([
    ['an unknown name', { name: 'app.format-disk' }, 'unknown-command'],
    ['a name inherited from Object', { name: 'toString' }, 'unknown-command'],
    ['no object', 'app.quit', 'unknown-command'],
    ['a wrong input', { name: 'service.activate', input: { serviceId: '../../etc' } }, 'bad-input'],
    ['an unwanted input', { name: 'app.quit', input: 1 }, 'bad-input'],
    ['a missing input', { name: 'service.move', input: { serviceId: 'a' } }, 'bad-input'],
  ])('W20 refuses %s', async (_what, request, reason) => {
    const { send, calls } = serve();
    expect(await send('shell', request)).toEqual({ ok: false, reason });
    expect(calls).toEqual([]);
  });

  it('W20 answers `failed` when a handler throws, and reports it', async () => {
    const { send, problems } = serve({
      'app.quit': () => {
        throw new Error('no');
      },
    });
    expect(await send('shell', { name: 'app.quit' })).toEqual({ ok: false, reason: 'failed' });
    expect(problems).toHaveLength(1);
  });

  it('W20 answers at once what may be asked so, with the same checks', () => {
    const answer = { query: 'a', rows: [] };
    const { sendNow, calls, problems } = serve({ 'switcher.search': () => answer });
    const request = { name: 'switcher.search', input: { query: 'a', limit: 5 } };
    expect(sendNow('shell', request)).toEqual({ ok: true, value: answer });
    expect(sendNow('service', request)).toEqual({ ok: false, reason: 'not-trusted' });
    expect(sendNow('shell', { ...request, input: { query: 'a', limit: 0 } })).toEqual({
      ok: false,
      reason: 'bad-input',
    });
    expect(sendNow('shell', { name: 'app.quit' })).toEqual({ ok: false, reason: 'unknown-command' });
    expect(calls).toEqual([]);
    expect(problems).toHaveLength(3);
    const broken = serve({
      'switcher.search': () => {
        throw new Error('no');
      },
    });
    expect(broken.sendNow('shell', request)).toEqual({ ok: false, reason: 'failed' });
  });

  it('W20 stops serving', () => {
    const { stop, listeners, nowListeners } = serve();
    stop();
    expect(listeners.size + nowListeners.size).toBe(0);
  });
});
