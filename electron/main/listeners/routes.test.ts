import { describe, expect, it } from 'vitest';
import { ListenProblem } from '../../recipes/listening';
import { toBasic } from './hops';
import {
  hopTo,
  newIdentity,
  openWire,
  startMuteServer,
  startProxy,
  startServer,
  startSocks,
} from './transport.test-support';

const login = { username: 'ada', password: 'pässword' };

describe('J14 the way', () => {
  it('J14 what is secure, and every socket, goes through a proxy’s tunnel', async () => {
    const secure = await startServer({ identity: newIdentity() });
    const plain = await startServer();
    const proxy = await startProxy();
    const { wire, connect, routes } = openWire({ route: { hops: [hopTo('http', proxy.port)] } });
    expect((await wire.request({ url: secure.url('/api') })).text).toBe('GET /api');
    await connect(plain.socketUrl).hears('open');
    expect(proxy.asked).toEqual([`CONNECT 127.0.0.1:${secure.port}`, `CONNECT 127.0.0.1:${plain.port}`]);
    expect(routes).toEqual([secure.url('/api'), plain.socketUrl]);
  });

  it('J14 names below localhost are of this machine', async () => {
    const server = await startServer();
    const { wire } = openWire();
    const url = `http://some.localhost:${server.port}/api`;
    expect((await wire.request({ url })).text).toBe('GET /api');
    expect(server.asked[0]?.headers.host).toBe(`some.localhost:${server.port}`);
  });

  it('J14 what is plain is asked of the proxy by its whole address', async () => {
    const proxy = await startProxy({ authorization: toBasic(login) });
    const { wire } = openWire({ route: { hops: [hopTo('http', proxy.port, login)] } });
    for (const path of ['/1', '/2'])
      expect(await wire.request({ url: `http://chat.test:8065${path}` })).toMatchObject({ text: 'by proxy' });
    expect(proxy.asked).toEqual(['GET http://chat.test:8065/1', 'GET http://chat.test:8065/2']);
  });

  it('J14 a proxy is told the login kept for it, and without one that it wants it is a problem', async () => {
    const server = await startServer({ identity: newIdentity() });
    const proxy = await startProxy({ authorization: toBasic(login) });
    const known = openWire({ route: { hops: [hopTo('http', proxy.port, login)] } });
    expect((await known.wire.request({ url: server.url() })).status).toBe(200);
    const unknown = openWire({ route: { hops: [hopTo('http', proxy.port)] } });
    await expect(unknown.wire.request({ url: server.url() })).rejects.toEqual(new ListenProblem('proxy'));
    await expect(unknown.wire.request({ url: 'http://chat.test/' })).rejects.toEqual(
      new ListenProblem('proxy'),
    );
  });

  it('J14 a proxy that is reached by TLS is judged like a server', async () => {
    const server = await startServer({ identity: newIdentity() });
    const identity = newIdentity();
    const proxy = await startProxy({ identity });
    const trusting = openWire({ route: { hops: [hopTo('https', proxy.port)] } });
    expect((await trusting.wire.request({ url: server.url() })).status).toBe(200);
    expect(trusting.questions.map(({ port }) => port)).toEqual([proxy.port, server.port]);
    const wary = openWire({
      route: { hops: [hopTo('https', proxy.port, login)] },
      trusts: ({ port }) => port !== proxy.port,
    });
    await expect(wary.wire.request({ url: server.url() })).rejects.toEqual(new ListenProblem('certificate'));
    expect(proxy.asked).toHaveLength(1);
  });

  it('J14 a SOCKS proxy is told where to go', async () => {
    const server = await startServer({ identity: newIdentity() });
    const proxy = await startSocks();
    const { wire, connect } = openWire({ route: { hops: [hopTo('socks5', proxy.port)] } });
    const url = server.url('/api').replace('127.0.0.1', 'localhost');
    expect((await wire.request({ url })).text).toBe('GET /api');
    await connect(server.socketUrl).hears('open');
    expect(proxy.asked).toEqual([`localhost:${server.port}`, `127.0.0.1:${server.port}`]);
  });

  it('J14 where one way does not work the next one is gone', async () => {
    const server = await startServer();
    const direct = hopTo('direct', 0);
    const { wire } = openWire({ route: { hops: [hopTo('http', 1), hopTo('socks5', 1), direct] } });
    expect((await wire.request({ url: server.url() })).status).toBe(200);
    const none = openWire({ route: { hops: [hopTo('socks5', 1)] } });
    await expect(none.wire.request({ url: server.url() })).rejects.toEqual(new ListenProblem('proxy'));
    const nowhere = openWire({ route: { hops: [] } });
    await expect(nowhere.wire.request({ url: server.url() })).rejects.toEqual(new ListenProblem('network'));
  });

  it('J14 what hangs is given up when the wire is closed', async () => {
    const port = await startMuteServer();
    const { wire } = openWire({ route: { hops: [hopTo('http', port)] } });
    const asked = wire.request({ url: 'https://chat.test/' });
    wire.close();
    await expect(asked).rejects.toBeInstanceOf(ListenProblem);
  });

  it('J14 the server is told the login kept for it, unless the listener says who it is, and what asks as a view does', async () => {
    const server = await startServer();
    const route = { hops: [hopTo('direct', 0)], login, userAgent: 'Chrome' };
    const { wire, connect } = openWire({ route });
    await wire.request({ url: server.url() });
    await wire.request({ url: server.url(), headers: { Authorization: 'Bearer t' } });
    await connect(server.socketUrl, { cookie: 'a=b' }).hears('open');
    expect(
      server.asked.map(({ headers }) => [headers.authorization, headers['user-agent'], headers.cookie]),
    ).toEqual([
      [toBasic(login), 'Chrome', undefined],
      ['Bearer t', 'Chrome', undefined],
      [toBasic(login), 'Chrome', 'a=b'],
    ]);
  });
});
