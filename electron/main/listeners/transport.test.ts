import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ListenProblem } from '../../recipes/listening';
import { createTestClock } from '../test-clock.test-support';
import { newIdentity, openWire, startMuteServer, startServer } from './transport.test-support';

const problem = (kind: ListenProblem['kind']) => new ListenProblem(kind);

describe('J13 trust', () => {
  it('J13 main is asked about the very certificate, and what it lets through is spoken to', async () => {
    const identity = newIdentity();
    const server = await startServer({ identity });
    const { wire, questions, connect } = openWire();
    expect((await wire.request({ url: server.url('/api') })).text).toBe('GET /api');
    const { fingerprint } = identity;
    expect(questions).toEqual([{ serviceId: 'one', host: '127.0.0.1', port: server.port, fingerprint }]);
    const { hears, socket } = connect(server.socketUrl);
    await hears('open');
    socket.send('hello');
    await hears('hello');
    expect(questions).toHaveLength(2);
  });

  it('J13 nothing is sent to a server whose certificate main refuses', async () => {
    const server = await startServer({ identity: newIdentity() });
    const { wire, connect } = openWire({ trusts: () => false });
    await expect(wire.request({ url: server.url(), method: 'POST', body: 'secret' })).rejects.toEqual(
      problem('certificate'),
    );
    const { hears } = connect(server.socketUrl);
    await hears('close 1006');
    expect(wire.problem()).toEqual(problem('certificate'));
    expect(server.asked).toEqual([]);
  });

  it('J13 nothing is sent before main has answered', async () => {
    const server = await startServer({ identity: newIdentity() });
    const seen: number[] = [];
    const { wire } = openWire({
      trusts: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        seen.push(server.asked.length);
        return true;
      },
    });
    await wire.request({ url: server.url() });
    expect(seen).toEqual([0]);
  });

  it('J16 a server that wants a certificate of the person’s own is unfit', async () => {
    const server = await startServer({ identity: newIdentity(), asksCertificate: true });
    const met = openWire();
    await expect(met.wire.request({ url: server.url() })).rejects.toEqual(problem('network'));
    expect(met.unfit).toEqual(['own certificate wanted']);
    // The server may say so while main is still asked.
    const slow = openWire({
      trusts: async () => {
        await expect.poll(() => server.counted.refused).toBe(2);
        return true;
      },
    });
    await expect(slow.wire.request({ url: server.url() })).rejects.toEqual(problem('network'));
    expect(slow.unfit).toEqual(['own certificate wanted']);
    const known = openWire({ route: { hops: [], wantsOwnCertificate: true } });
    await expect(known.wire.request({ url: server.url() })).rejects.toEqual(problem('network'));
    expect(known.unfit).toEqual(['own certificate wanted']);
    expect(server.asked).toEqual([]);
  });
});

describe('J17 requests', () => {
  it('J17 every status is an answer, redirects are not followed, headers have names in lower case', async () => {
    const server = await startServer({
      answer: (_request, response) => {
        response.writeHead(302, { Location: '/elsewhere', 'X-Some': ['a', 'b'] });
        response.end('moved');
      },
    });
    const { wire } = openWire();
    expect(await wire.request({ url: server.url() })).toMatchObject({
      status: 302,
      text: 'moved',
      headers: { location: '/elsewhere', 'x-some': 'a, b' },
    });
    expect(server.asked).toHaveLength(1);
  });

  it('J17 a line is kept for the next request, and opened anew where the server closed it meanwhile', async () => {
    const server = await startServer();
    const { wire } = openWire();
    await wire.request({ url: server.url('/1') });
    await wire.request({ url: server.url('/2'), method: 'PUT', body: 'text' });
    expect(server.counted.lines).toBe(1);
    server.asked[0]?.socket.destroy();
    expect((await wire.request({ url: server.url('/3') })).text).toBe('GET /3');
    expect(server.counted.lines).toBe(2);
  });

  it('J17 an answer of more than 16 MB is a problem', async () => {
    const server = await startServer({
      answer: (_request, response) => {
        response.on('error', () => undefined);
        response.end(Buffer.alloc(16 * 1024 * 1024 + 1));
      },
    });
    const { wire } = openWire();
    await expect(wire.request({ url: server.url() })).rejects.toEqual(problem('too-big'));
  });

  it('J17 what comes packed is unpacked, and as much as it is then counts', async () => {
    const packed = {
      small: gzipSync('hällo'),
      large: gzipSync(Buffer.alloc(16 * 1024 * 1024 + 1)),
      bad: Buffer.from('no'),
    };
    const server = await startServer({
      answer: ({ url, headers }, response) => {
        expect(headers['accept-encoding']).toBe('gzip');
        response.setHeader('content-encoding', 'gzip');
        response.end(url === '/small' ? packed.small : url === '/large' ? packed.large : packed.bad);
      },
    });
    const { wire } = openWire();
    expect((await wire.request({ url: server.url('/small') })).text).toBe('hällo');
    await expect(wire.request({ url: server.url('/large') })).rejects.toEqual(problem('too-big'));
    await expect(wire.request({ url: server.url('/bad') })).rejects.toEqual(problem('network'));
  });

  it('J17 a server that says nothing is a problem in time, one that is not there at once', async () => {
    const port = await startMuteServer();
    const clock = createTestClock();
    const { wire } = openWire({ timer: clock });
    const slow = wire.request({ url: `http://127.0.0.1:${port}/`, timeoutMs: 5_000 });
    const secure = wire.request({ url: `https://127.0.0.1:${port}/`, timeoutMs: 60_000 });
    await expect.poll(() => clock.waiting()).toBe(3);
    clock.pass(30_000);
    await expect(slow).rejects.toEqual(problem('timeout'));
    await expect(secure).rejects.toEqual(problem('timeout'));
    await expect(openWire().wire.request({ url: 'http://127.0.0.1:1/' })).rejects.toEqual(problem('network'));
  });
});

describe('J17 sockets', () => {
  it('J17 one that the server does not want is closed with the status of its answer', async () => {
    const server = await startServer();
    const { connect } = openWire();
    const { hears } = connect(server.socketUrl.replace('/socket', '/no'));
    await hears('close 1006 400');
  });

  it('J17 the server’s end is told once, with its code', async () => {
    const server = await startServer();
    const { connect } = openWire();
    const { hears, heard, socket } = connect(server.socketUrl);
    await hears('open');
    server.sockets[0]?.close(4001);
    await hears('close 4001');
    socket.send('late');
    socket.close();
    expect(heard).toEqual(['open', 'close 4001']);
  });

  it('J17 a message of more than 4 MB ends it', async () => {
    const server = await startServer();
    const { connect } = openWire();
    const { hears } = connect(server.socketUrl);
    await hears('open');
    server.sockets[0]?.send('x'.repeat(4 * 1024 * 1024 + 1));
    await hears('close 1006');
  });

  it('J17 a sign of life is asked for every 30 s; without one for 30 s it is cut', async () => {
    const server = await startServer();
    const clock = createTestClock(1_000_000);
    const { connect, wire } = openWire({ timer: clock });
    const { hears, heard } = connect(server.socketUrl);
    await hears('open');
    const [socket] = server.sockets;
    for (let beat = 1; beat <= 3; beat += 1) {
      clock.pass(30_000);
      await expect.poll(() => wire.heardAtMs()).toBe(1_000_000 + beat * 30_000);
    }
    expect(heard).toEqual(['open']);
    socket?.pause();
    clock.pass(30_000);
    clock.pass(30_000);
    await hears('close 1006');
    expect(clock.waiting()).toBe(0);
  });

  it('J7 a socket can be asked for a sign of life, a wire without one cannot', async () => {
    const server = await startServer();
    const clock = createTestClock(5);
    const { connect, wire } = openWire({ timer: clock });
    expect(wire.probe()).toBe(false);
    const { hears } = connect(server.socketUrl);
    await hears('open');
    clock.set(7);
    expect(wire.probe()).toBe(true);
    await expect.poll(() => wire.heardAtMs()).toBe(7);
  });

  it('J5 a wire that is closed has nothing open, and nothing is heard of it', async () => {
    const server = await startServer();
    const { connect, wire } = openWire();
    const { hears, heard } = connect(server.socketUrl);
    await hears('open');
    const closed = once(server.sockets[0]!, 'close');
    wire.close();
    await closed;
    expect(heard).toEqual(['open']);
    await expect(wire.request({ url: server.url() })).rejects.toThrow();
  });
});
