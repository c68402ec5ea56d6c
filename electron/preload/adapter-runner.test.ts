import { describe, expect, it } from 'vitest';
import { aChannel } from '../core/fixtures.test-support';
import type { Adapter } from '../recipes/types';
import { createAdapterRunner } from './adapter-runner';

function open(changes: Partial<Adapter> = {}) {
  const sent: string[] = [];
  const delivered: string[] = [];
  const waiting: (() => void)[] = [];
  const adapter: Adapter = {
    probe: () => undefined,
    read: (raw) => {
      if (typeof raw !== 'number') throw new Error('not a number');
      return {
        isSignedIn: raw === 0 ? undefined : raw > 0,
        channels: [aChannel('room', { unread: Math.trunc(raw) })],
        abilities: { canOpen: true, canMarkRead: true, mutes: [], ownNames: [] },
      };
    },
    ...changes,
  };
  const runner = createAdapterRunner(adapter, {
    send: (text) => void sent.push(text),
    deliver: (text) => void delivered.push(text),
    later: (run) => void waiting.push(run),
  });
  const tell = (raw: unknown): boolean =>
    runner.hear(JSON.stringify({ kind: 'adapter-raw', raw: JSON.stringify(raw) }));
  const kinds = (): unknown[] =>
    sent.map((text) => {
      const message = JSON.parse(text) as Record<string, unknown>;
      if (message['kind'] === 'channels')
        return (message['channels'] as { unread: number }[]).map(({ unread }) => unread).join();
      return message['kind'] === 'signed-in' ? message['isSignedIn'] : message['reason'];
    });
  return { runner, sent, delivered, tell, kinds, settle: () => waiting.splice(0).forEach((run) => run()) };
}

describe('createAdapterRunner', () => {
  it('C2 tells the first report at once, of the following the last, and none twice', () => {
    const { tell, kinds, settle } = open();
    for (const raw of [1, 2, 3, 4]) tell(raw);
    expect(kinds()).toEqual([true, '1']);
    settle();
    expect(kinds()).toEqual([true, '1', '4']);
    settle();
    settle();
    tell(4);
    expect(kinds()).toEqual([true, '1', '4']);
  });

  it('C6 what was handed over before a failure does not undo it', () => {
    const { runner, tell, kinds, settle } = open();
    tell(1);
    tell(2);
    runner.hear('{"kind":"adapter-trouble","reason":"no model"}');
    settle();
    expect(kinds()).toEqual([true, '1', 'no model']);
    tell(3);
    expect(kinds()).toEqual([true, '1', 'no model', true, '3']);
  });

  it('C19 tells that the server is lost only when it stays so, and at once that it is back', () => {
    const connections = ['live', 'lost', 'polling'] as const;
    const { sent, tell, settle } = open({
      read: (raw) => ({ isSignedIn: true, connection: connections[Number(raw)] }),
    });
    const told = (): unknown[] =>
      sent.flatMap((text) => {
        const { kind, connection }: { kind: string; connection?: unknown } = JSON.parse(text);
        return kind === 'connection' ? [connection] : [];
      });
    const say = (raw: number): void => {
      tell(raw);
      settle();
    };
    tell(0);
    settle();
    tell(1);
    tell(0);
    settle();
    settle();
    expect(told()).toEqual(['live']);
    tell(1);
    settle();
    say(1);
    settle();
    expect(told()).toEqual(['live', 'lost']);
    say(2);
    expect(told()).toEqual(['live', 'lost', 'polling']);
  });

  it('C4 tells nothing while the page does not know who is there, and no channels of nobody', () => {
    const { tell, kinds, settle } = open();
    tell(0);
    settle();
    tell(-1);
    settle();
    tell(1);
    expect(kinds()).toEqual([false, true, '1']);
  });

  it('C6 tells once that it failed, and all anew when it is well again', () => {
    const { runner, tell, kinds, settle } = open();
    tell(1);
    settle();
    for (const raw of ['x', 'y', 'x']) {
      tell(raw);
      settle();
    }
    expect(kinds()).toEqual([true, '1', 'not a number']);
    tell(1);
    expect(kinds().slice(3)).toEqual([true, '1']);
    expect(runner.hear('{"kind":"adapter-trouble","reason":"no model"}')).toBe(true);
    expect(kinds().at(-1)).toBe('no model');
  });

  it('C6 what is thrown on other ways is told too, and loses no notification', () => {
    const fails = (): never => {
      throw new Error('broken');
    };
    const { runner, kinds } = open({ hint: fails, toOrder: fails });
    const show = '{"kind":"notification-show","title":"x","body":"","tag":""}';
    expect(runner.withHint(show)).toBe(show);
    expect(runner.hearEvent({ kind: 'open-channel', channelId: 'room' })).toBe(true);
    expect(kinds()).toEqual(['broken']);
  });

  it('C10 adds what the adapter knows to a notification, and to nothing else', () => {
    const { runner, tell } = open({
      hint: ({ tag }, raw) => (raw === 7 ? { channelId: `of ${tag}` } : undefined),
    });
    const show = '{"kind":"notification-show","title":"x","body":"","tag":"t"}';
    expect(runner.withHint(show)).toBe(show);
    tell(7);
    expect(JSON.parse(runner.withHint(show))).toEqual({
      ...(JSON.parse(show) as object),
      hint: { channelId: 'of t' },
    });
    expect(runner.withHint('{"kind":"badge"}')).toBe('{"kind":"badge"}');
  });

  it('I57 says of an adapter’s ids whether they are the server’s own', () => {
    const show = '{"kind":"notification-show","title":"x","body":"","tag":"t"}';
    const hinted = (hasServerIds?: boolean): unknown => {
      const hint = () => ({ messageId: 'm1' });
      const { runner } = open(hasServerIds === undefined ? { hint } : { hint, hasServerIds });
      return (JSON.parse(runner.withHint(show)) as { readonly hint: unknown }).hint;
    };
    expect(hinted(true)).toEqual({ messageId: 'm1', isServerId: true });
    expect(hinted()).toEqual({ messageId: 'm1' });
  });

  it('C10 tells of a channel before the first notification of it', () => {
    const { runner, tell, kinds } = open({ hint: () => ({ channelId: 'room' }) });
    const show = '{"kind":"notification-show","title":"x","body":"","tag":"t"}';
    tell(-1);
    tell(1);
    expect(kinds()).toEqual([false]);
    runner.withHint(show);
    expect(kinds()).toEqual([false, true, '1']);
    tell(2);
    runner.withHint(show);
    expect(kinds()).toEqual([false, true, '1', '2']);
  });

  it('C7 what is read right after a notification was told as unread before, a few times a while', () => {
    const { runner, tell, kinds, settle } = open({ hint: () => ({ channelId: 'room' }) });
    const notify = (): string =>
      runner.withHint('{"kind":"notification-show","title":"","body":"","tag":""}');
    for (const raw of [5, 1]) tell(raw);
    settle();
    tell(2);
    notify();
    for (const raw of [3, 1]) tell(raw);
    expect(kinds()).toEqual([true, '5', '1', '2', '3']);
    notify();
    for (const raw of [4, 1]) tell(raw);
    settle();
    expect(kinds()).toEqual([true, '5', '1', '2', '3', '1']);
  });

  it('C8 C22 hands wishes to the probe as orders, made of what it last told', () => {
    const { runner, tell, delivered } = open({
      toOrder: (wish, raw) =>
        wish.kind === 'mute' ? undefined : { [wish.kind === 'open' ? 'go' : 'read']: raw },
    });
    tell(3);
    runner.hearEvent({ kind: 'open-channel', channelId: 'room' });
    runner.hearEvent({ kind: 'mute-channel', channelId: 'room', level: 'none' });
    runner.hearEvent({ kind: 'read-channel', channelId: 'room' });
    expect(delivered).toEqual([
      '{"kind":"adapter-order","order":{"go":3}}',
      '{"kind":"adapter-order","order":{"read":3}}',
    ]);
    expect(runner.hearEvent({ kind: 'worker-met' })).toBe(false);
    expect(runner.hear('{"kind":"badge"}')).toBe(false);
  });

  it('C23 hands on whether the person is there where the service wants to know, from the first word on', () => {
    const { runner, delivered } = open({ toPresenceOrder: (presence) => ({ presence }) });
    const deaf = open({});
    for (const one of [runner, deaf.runner])
      expect(one.hearEvent({ kind: 'presence', idleS: 61, isGone: false })).toBe(true);
    expect(delivered).toEqual(['{"kind":"adapter-order","order":{"presence":{"idleS":61,"isGone":false}}}']);
    expect(deaf.delivered).toEqual([]);
  });

  it('C21 tells which channel is open once the list has it, once, and anew after a failure', () => {
    const { sent, tell, settle } = open({
      read: (raw) => {
        const { list, shown }: { list: string[]; shown: string } = JSON.parse(String(raw));
        return { isSignedIn: true, channels: list.map((id) => aChannel(id)), openChannelId: shown };
      },
    });
    const say = (...given: readonly [list: readonly string[], shown?: string] | readonly []): void => {
      const [list, shown] = given;
      tell(list === undefined ? 'nothing' : JSON.stringify({ list, shown }));
      settle();
    };
    say(['a'], 'b');
    say(['a', 'b'], 'b');
    say(['a', 'b', 'c'], 'b');
    say();
    say(['a', 'b', 'c'], 'b');
    say(['a', 'b', 'c'], 'a');
    say(['a', 'b', 'c']);
    const told = sent.map((text) => JSON.parse(text) as { kind: string; channelId?: string });
    expect(told.flatMap(({ kind, channelId }) => (kind === 'channel-shown' ? [channelId] : []))).toEqual([
      'b',
      'b',
      'a',
      undefined,
    ]);
    expect(told.findIndex(({ kind }) => kind === 'channels')).toBeLessThan(
      told.findIndex(({ kind }) => kind === 'channel-shown'),
    );
  });
});
