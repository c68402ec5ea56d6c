import { describe, expect, it, vi } from 'vitest';
import { aProjection, aService } from '../../e2e/support/shell-fixtures';
import { startConnection, startNetworkReport, startOverlay } from './connection';
import { createShellStore } from './shell-store';
import { createTestBridge } from './test-bridge';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('startConnection', () => {
  it('H5 asks for the whole, then follows what is pushed until it is stopped', async () => {
    const store = createShellStore();
    const { bridge, push, calls } = createTestBridge({ 'app.connect': aProjection({ revision: 3 }) });
    const stop = startConnection(store, bridge);
    await settled();
    expect(calls.map((call) => call.name)).toEqual(['app.connect']);
    expect(store.getState().projection?.revision).toBe(3);
    push(aProjection({ revision: 4 }));
    expect(store.getState().projection?.revision).toBe(4);
    stop();
    push(aProjection({ revision: 5 }));
    expect(store.getState().projection?.revision).toBe(4);
  });

  it('H5 takes services that did not change from the push before, and asks for the whole where it has not got that', async () => {
    const store = createShellStore();
    const services = [aService('a')];
    const { bridge, push, calls } = createTestBridge({
      'app.connect': aProjection({ revision: 3, services }),
    });
    startConnection(store, bridge);
    await settled();
    push({ ...aProjection({ revision: 4, online: false }), services: { sameAs: 3 } });
    expect(store.getState().projection).toMatchObject({ revision: 4, online: false });
    expect(store.getState().projection?.services).toEqual(services);
    push({ ...aProjection({ revision: 2 }), services: { sameAs: 1 } });
    expect([store.getState().projection?.revision, calls.length]).toEqual([4, 1]);
    push({ ...aProjection({ revision: 9 }), services: { sameAs: 8 } });
    expect(store.getState().projection?.revision).toBe(4);
    expect(calls.map((call) => call.name)).toEqual(['app.connect', 'app.connect']);
  });

  it('H5 keeps a push that came while connecting', async () => {
    const store = createShellStore();
    const { bridge, push } = createTestBridge({ 'app.connect': aProjection({ revision: 3 }) });
    startConnection(store, bridge);
    push(aProjection({ revision: 9 }));
    await settled();
    expect(store.getState().projection?.revision).toBe(9);
  });
});

describe('startConnection, refused', () => {
  const refusing = (times: number) => {
    const { bridge, calls } = createTestBridge({ 'app.connect': aProjection({ revision: 3 }) });
    const command = ((name, ...input) => {
      const answer = bridge.command(name, ...input);
      return calls.length <= times ? Promise.reject(new Error('not now')) : answer;
    }) as typeof bridge.command;
    return { calls, bridge: { ...bridge, command } };
  };

  it('asks again until it is given the whole', async () => {
    const store = createShellStore();
    const { bridge, calls } = refusing(2);
    startConnection(store, bridge, 0);
    await vi.waitFor(() => expect(store.getState().projection?.revision).toBe(3));
    expect(calls.map((call) => call.name)).toEqual(['app.connect', 'app.connect', 'app.connect']);
  });

  it('asks no more once it is stopped', async () => {
    const { bridge, calls } = refusing(100);
    startConnection(createShellStore(), bridge, 0)();
    await settled();
    await settled();
    expect(calls).toHaveLength(1);
  });
});

describe('startOverlay', () => {
  it('H6 tells main once when something opens and once when all is closed', async () => {
    const store = createShellStore();
    const { bridge, calls } = createTestBridge();
    startOverlay(store, bridge);
    const anchor = { x: 0, y: 0, width: 0, height: 0 };
    store.setState({ menu: { kind: 'focus', from: 'bar', anchor, byKeyboard: false } });
    await settled();
    // A menu that gives way to a dialog: nothing to say in between.
    store.setState({ menu: undefined });
    store.setState({ dialog: { kind: 'rename', serviceId: 'a' } });
    await settled();
    store.setState({ dialog: undefined });
    await settled();
    expect(calls).toEqual([
      { name: 'overlay.set', input: { open: true } },
      { name: 'overlay.set', input: { open: false } },
    ]);
  });
});

describe('startNetworkReport', () => {
  it('H6 tells at once, and again whenever it changes, until it is stopped', () => {
    const listeners = new Map<string, () => void>();
    const port = {
      navigator: { onLine: true },
      addEventListener: (kind: string, listener: () => void) => void listeners.set(kind, listener),
      removeEventListener: (kind: string) => void listeners.delete(kind),
    };
    const { bridge, calls } = createTestBridge();
    const stop = startNetworkReport(port, bridge);
    port.navigator.onLine = false;
    listeners.get('offline')?.();
    stop();
    expect(calls.map((call) => call.input)).toEqual([{ online: true }, { online: false }]);
    expect(listeners.size).toBe(0);
  });
});
