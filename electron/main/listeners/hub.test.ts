import { describe, expect, it } from 'vitest';
import { ListenProblem } from '../../recipes/listening';
import { openHub } from './hub.test-support';

describe('one connection after another', () => {
  it('J2 a connection starts from what main gave, the next from what was remembered last', async () => {
    const { listen, last, pass, connections } = openHub();
    await listen('one', { resume: { since: 1 } });
    expect(last().start).toEqual({
      url: 'https://chat.example/',
      credentials: { cookies: { session: 'tok-3n' }, values: {} },
      resume: { since: 1 },
    });
    last().port.remember({ since: 2 });
    last().port.end('lost', 'gone');
    await pass(1_000);
    expect(connections).toHaveLength(2);
    expect(last().start.resume).toEqual({ since: 2 });
  });

  it('J2 losses are waited for 1 s, then twice as long, 5 min at most', async () => {
    const { listen, last, pass, connections } = openHub();
    await listen();
    const waits: number[] = [];
    for (let loss = 0; loss < 11; loss += 1) {
      last().port.end('lost', 'gone');
      const count = connections.length;
      for (let waited = 0; connections.length === count; waited += 500) {
        await pass(500);
        waits[loss] = waited + 500;
      }
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map((seconds) => seconds * 1000));
  });

  it('J2 up to a half of the wait is left off by chance', async () => {
    const { listen, last, pass, connections } = openHub({ random: 0.999 });
    await listen();
    last().port.end('lost', 'gone');
    await pass(499);
    expect(connections).toHaveLength(1);
    await pass(2);
    expect(connections).toHaveLength(2);
  });

  it('J2 what lived for a minute is tried again after 1 s', async () => {
    const { listen, last, pass, connections } = openHub();
    await listen();
    for (let loss = 0; loss < 5; loss += 1) {
      last().port.end('lost', 'gone');
      await pass(16_000);
    }
    last().port.tell({ kind: 'live' });
    await pass(60_000);
    const count = connections.length;
    last().port.end('lost', 'gone');
    await pass(1_000);
    expect(connections).toHaveLength(count + 1);
  });

  it('J3 what is refused or unfit is never tried again, unless it is listened to anew', async () => {
    for (const why of ['refused', 'unfit'] as const) {
      const { listen, last, pass, connections, told, say } = openHub();
      await listen();
      told();
      last().port.end(why, 'because');
      expect(told()).toEqual([{ kind: 'state', serviceId: 'one', turn: 1, state: why, reason: 'because' }]);
      await say({ kind: 'hurry' });
      await say({ kind: 'pause' });
      await say({ kind: 'hurry' });
      await pass(3_600_000);
      expect(connections).toHaveLength(1);
      await listen('one', { turn: 2 });
      expect(connections).toHaveLength(2);
    }
  });

  it('J3 a recipe without a listener, or with one that cannot be loaded, is unfit', async () => {
    const { listen, states } = openHub();
    await listen('one', { recipeId: 'strange' });
    await listen('two', { recipeId: 'broken' });
    expect(states()).toEqual(['connecting', 'unfit no listener', 'connecting', 'unfit cannot be loaded']);
  });

  it('J3 a server that only Chromium can reach is unfit', async () => {
    const { listen, last, states, pass, connections } = openHub();
    await listen();
    last().wire.onUnfit('own certificate wanted');
    last().wire.onUnfit('own certificate wanted');
    await pass(3_600_000);
    expect(states()).toEqual(['connecting', 'unfit own certificate wanted']);
    expect(connections).toHaveLength(1);
  });

  it('J4 why a server was not reached goes before what the listener says of it', async () => {
    const { listen, last, states } = openHub();
    await listen();
    last().wire.problem = new ListenProblem('certificate');
    last().port.end('lost', 'closed');
    expect(states()).toEqual(['connecting', 'lost certificate']);
  });

  it('J4 it is connecting until it is live or lost; lost until it is live again', async () => {
    const { listen, last, pass, states } = openHub();
    await listen();
    last().port.tell({ kind: 'live' });
    last().port.tell({ kind: 'live' });
    last().port.end('lost', 'gone');
    await pass(1_000);
    last().port.end('lost', 'gone');
    await pass(2_000);
    last().port.tell({ kind: 'live' });
    expect(states()).toEqual(['connecting', 'live', 'lost gone', 'live']);
  });

  it('J4 not live within a minute, it is lost', async () => {
    const { listen, last, pass, states, connections } = openHub();
    await listen();
    const first = last();
    await pass(59_999);
    expect(first.isStopped()).toBe(false);
    await pass(1);
    expect(first.isStopped()).toBe(true);
    expect(first.wire.isClosed).toBe(true);
    expect(states()).toEqual(['connecting', 'lost not live in time']);
    await pass(1_000);
    expect(connections).toHaveLength(2);
    last().port.tell({ kind: 'live' });
    await pass(3_600_000);
    expect(connections).toHaveLength(2);
  });

  it('J5 listened to no more, all of it ends and nothing more is told', async () => {
    const { listen, last, say, told, clock } = openHub();
    await listen();
    const { port } = last();
    port.after(5, () => undefined);
    told();
    await say({ kind: 'unlisten', serviceId: 'one' });
    expect(last().isStopped()).toBe(true);
    port.tell({ kind: 'read', channelId: 'a' });
    port.end('refused', 'late');
    expect(told()).toEqual([]);
    expect(clock.waiting()).toBe(0);
  });
});

describe('hurry and pause', () => {
  it('J7 whoever waits is tried at once, spread over a second', async () => {
    const { listen, last, say, pass, connections } = openHub({ random: 0.5 });
    await listen();
    for (let loss = 0; loss < 6; loss += 1) {
      last().port.end('lost', 'gone');
      await pass(loss < 5 ? 32_000 : 0);
    }
    const count = connections.length;
    await say({ kind: 'hurry' });
    await pass(499);
    expect(connections).toHaveLength(count);
    await pass(1);
    expect(connections).toHaveLength(count + 1);
  });

  it('J7 what is live is asked for a sign of life, and opened anew when none comes within 5 s', async () => {
    const { listen, connections, say, pass, clock } = openHub();
    await listen('one');
    await listen('two');
    const [one, two] = connections;
    one!.port.tell({ kind: 'live' });
    two!.port.tell({ kind: 'live' });
    await pass(10_000);
    await say({ kind: 'hurry' });
    expect([one!.wire.probes, two!.wire.probes]).toEqual([1, 1]);
    await pass(1_000);
    one!.wire.heardAtMs = clock.nowMs();
    await pass(4_000);
    expect([one!.isStopped(), two!.isStopped()]).toEqual([false, true]);
    expect(connections.map(({ start }) => start.url)).toHaveLength(3);
  });

  it('J7 what cannot be asked is opened anew, unless it was heard just now', async () => {
    const { listen, last, say, pass, connections } = openHub();
    await listen();
    last().wire.canProbe = false;
    last().port.tell({ kind: 'live' });
    await pass(1_999);
    await say({ kind: 'hurry' });
    expect(connections).toHaveLength(1);
    await pass(1);
    await say({ kind: 'hurry' });
    expect(connections).toHaveLength(2);
    expect(connections[0]!.isStopped()).toBe(true);
  });

  it('J8 paused, every connection is ended, what it told is told, and none is opened before hurry', async () => {
    const { listen, last, say, pass, connections, told } = openHub();
    await listen();
    last().port.tell({ kind: 'live' });
    told();
    last().port.tell({ kind: 'read', channelId: 'a' });
    await say({ kind: 'pause' });
    expect(told()).toMatchObject([{ kind: 'heard', told: [{ kind: 'read' }] }]);
    expect(last().isStopped()).toBe(true);
    await listen('two');
    await pass(59_000);
    expect(connections).toHaveLength(1);
    await say({ kind: 'hurry' });
    expect(connections).toHaveLength(3);
  });

  it('J8 a pause that nobody ends is over after a minute', async () => {
    const { listen, say, pass, connections } = openHub();
    await listen();
    await say({ kind: 'pause' });
    await pass(60_000);
    expect(connections).toHaveLength(2);
  });

  it('J15 when trust was taken back, every connection is opened anew', async () => {
    const { listen, last, say, connections } = openHub();
    await listen('one');
    await listen('two');
    last().port.tell({ kind: 'live' });
    await say({ kind: 'renew' });
    expect(connections.map((one) => one.isStopped())).toEqual([true, true, false, false]);
  });

  it('J11 beyond four that open at one moment, they are spread over a second', async () => {
    const { listen, pass, connections } = openHub({ random: 0.9 });
    for (let index = 0; index < 10; index += 1) await listen(`s${index}`);
    expect(connections).toHaveLength(4);
    await pass(1_000);
    expect(connections).toHaveLength(10);
  });

  it('J12 at the end all that waits is told', async () => {
    const { hub, listen, last, told, clock, pass } = openHub();
    await listen();
    await pass(200);
    told();
    last().port.tell({ kind: 'own-names', names: ['ada'] });
    last().port.remember({ since: 3 });
    hub.end();
    expect(told()).toMatchObject([{ kind: 'heard', resume: { since: 3 } }]);
    expect(clock.waiting()).toBe(0);
  });
});
