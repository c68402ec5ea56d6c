import { describe, expect, it, vi } from 'vitest';
import type { Probe, ProbeAnswer } from '../../core/decide/discovery/probes';
import { createDiscover, type DiscoveryPort } from './discover';

const BASE = 'https://chat.example.org/';
const page = (url: string, body: string, status = 200): ProbeAnswer => ({
  kind: 'answered',
  url,
  status,
  body,
  challenge: undefined,
  rejectReason: undefined,
});
/** Answers by address; 404 for all else, and never where `never` fits. */
const portOf = (files: Readonly<Record<string, string>>, never = /^$/) => {
  const asked: Probe[] = [];
  const signals: AbortSignal[] = [];
  const port: DiscoveryPort = {
    ask: (probe, signal) => {
      asked.push(probe);
      signals.push(signal);
      if (never.test(probe.url)) return Promise.race([]);
      const body = files[probe.url];
      return Promise.resolve(page(probe.url, body ?? '', body === undefined ? 404 : 200));
    },
    fetchIcon: async (url) => (url.endsWith('.png') ? `data:image/png;base64,${btoa(url)}` : undefined),
  };
  return { port, asked, signals };
};
const rocketChat = { [`${BASE}api/info`]: JSON.stringify({ version: '8.1', success: true }) };
const discoverWith = (port: DiscoveryPort, timeoutMs = 5_000) =>
  createDiscover({ ...port, hosted: [], timeoutMs });

describe('createDiscover', () => {
  it('G5 asks all at once, each address once, and what more there is to know then', async () => {
    const { port, asked } = portOf(rocketChat);
    expect(await discoverWith(port)('chat.example.org')).toMatchObject({ kind: 'chat', version: '8.1' });
    const urls = asked.map(({ url }) => url);
    expect(new Set(urls).size).toBe(urls.length);
    expect(urls.slice(0, 7).toSorted()).toEqual(
      [
        BASE,
        `${BASE}.well-known/matrix/client`,
        `${BASE}_matrix/client/versions`,
        `${BASE}api/info`,
        `${BASE}api/v1/server_settings`,
        `${BASE}api/v4/system/ping`,
        `${BASE}config.json`,
      ].toSorted(),
    );
    expect(urls[7]).toMatch(/settings\.public/);
  });

  it('G5 tells what it found though others never answer, and gives these up', async () => {
    const { port, signals } = portOf(rocketChat, /config\.json|_matrix/);
    expect(await discoverWith(port)('chat.example.org')).toMatchObject({ kind: 'chat' });
    expect(signals.every((signal) => signal.aborted)).toBe(true);
  });

  it('G5 tells after its time that nothing answered', async () => {
    vi.useFakeTimers();
    try {
      const { port } = portOf({}, /./);
      const found = discoverWith(port)('chat.example.org');
      await vi.advanceTimersByTimeAsync(5_000);
      expect(await found).toEqual({ kind: 'refused', reason: 'timeout', host: 'chat.example.org' });
    } finally {
      vi.useRealTimers();
    }
  });

  it('G5 a new question ends the one before', async () => {
    const { port, signals } = portOf(rocketChat, /first/);
    const discover = discoverWith(port);
    const first = discover('first.example.org');
    const second = discover('chat.example.org');
    expect(await first).toMatchObject({ kind: 'refused' });
    expect(await second).toMatchObject({ kind: 'chat' });
    expect(signals[0]?.aborted).toBe(true);
  });

  it('G3 a room of a server that tells nothing opens in Element', async () => {
    const { port } = portOf({});
    expect(await discoverWith(port)('#room:chat.example.org')).toEqual({
      kind: 'hosted',
      recipeId: 'element',
      address: '',
    });
  });

  it('G3 a room of a server with an Element opens there', async () => {
    const { port } = portOf({
      [`${BASE}config.json`]: '{"default_server_name":"x"}',
      [BASE]: '<div id="matrixchat">',
    });
    expect(await discoverWith(port)('#room:chat.example.org')).toMatchObject({
      kind: 'chat',
      recipeId: 'element',
    });
  });

  it('G9 takes the first of its pictures that is one', async () => {
    const { port } = portOf({
      ...rocketChat,
      [BASE]: '<link rel="icon" href="a.gif" sizes="96x96"><link rel="icon" href="b.png" sizes="64x64">',
    });
    expect(await discoverWith(port)('chat.example.org')).toMatchObject({
      iconDataUrl: `data:image/png;base64,${btoa(`${BASE}b.png`)}`,
    });
  });

  it('G10 a website has its picture too', async () => {
    const { port } = portOf({ [BASE]: '<title>News</title><link rel="icon" href="i.png">' });
    expect(await discoverWith(port)('chat.example.org')).toMatchObject({
      kind: 'website',
      title: 'News',
      iconDataUrl: expect.stringMatching(/^data:image\/png/) as string,
    });
  });

  it('G1 asks nobody about what is no address', async () => {
    const { port, asked } = portOf({});
    expect(await discoverWith(port)('javascript:alert(1)')).toEqual({ kind: 'refused', reason: 'not-web' });
    expect(asked).toEqual([]);
  });
});
