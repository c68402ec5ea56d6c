import { describe, expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { createKeyHandlers } from './key-handlers';

function setUp() {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  return { store, handlers: createKeyHandlers(store) };
}

describe('createKeyHandlers', () => {
  it('M5 sets keys part by part: what is left out stays, and no key at all is not what a command came with', () => {
    const { store, handlers } = setUp();
    void handlers['keys.change']({ bindings: { inbox: [], quit: ['F4'] } });
    void handlers['keys.change']({ system: 'Mod+Alt+F' });
    expect(store.getState().persisted.keys).toEqual({
      bindings: { inbox: [], quit: ['F4'] },
      system: 'Mod+Alt+F',
    });
    void handlers['keys.change']({ bindings: {} });
    expect(store.getState().persisted.keys.bindings).toEqual({});
  });

  it('M6 gives keys back to the pages of one service, each once', () => {
    const { store, handlers } = setUp();
    void handlers['service.set-own-keys']({ serviceId: 'b', ownKeys: ['Mod+K', 'Mod+K'] });
    expect(store.getState().persisted.services.map(({ ownKeys }) => ownKeys)).toEqual([[], ['Mod+K']]);
  });

  it('M7 runs a command by its id, and nothing by one that is none or has nothing to do', () => {
    const { store, handlers } = setUp();
    void handlers['command.run']({ id: 'keys' });
    expect(store.getState().session.surface).toBe('keys');
    const { revision } = store.getState();
    for (const id of ['nonsense', 'constructor', 'go.back']) void handlers['command.run']({ id });
    expect(store.getState().revision).toBe(revision);
    void handlers['surface.close'](undefined);
    expect(store.getState().session.surface).toBeUndefined();
  });
});
