import { describe, expect, it } from 'vitest';
import { aNotification, aService, aState, requested } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { startEntryOpener } from './entry-opener';

function setUp() {
  const rules = [{ scope: { kind: 'service', serviceId: 'b' }, values: { notify: 'none' } } as const];
  const store = createAppStore(aState([aService('a'), aService('b')], { rules }), (error) => {
    throw error;
  });
  const clicked: string[] = [];
  startEntryOpener(store, { click: ({ id }) => void clicked.push(id) });
  const open = (key: string, serviceId = 'b'): void =>
    store.dispatch({ kind: 'inbox-entry-opened', serviceId, key, channelId: null });
  return { store, clicked, open };
}

describe('startEntryOpener', () => {
  it('I56 brings the service up and lets the page hear a click, also on what was never shown', () => {
    const { store, clicked, open } = setUp();
    store.dispatch(requested(aNotification('n1', { serviceId: 'b' })));
    store.dispatch({ kind: 'page-shown', page: 'inbox' });
    open('n1');
    expect(clicked).toEqual(['n1']);
    expect(store.getState()).toMatchObject({
      persisted: { activeServiceId: 'b' },
      session: { page: 'service' },
    });
  });

  it('I56 brings the service alone up where the document is gone, or the app was started anew', () => {
    const { store, clicked, open } = setUp();
    store.dispatch(requested(aNotification('n1', { serviceId: 'b' })));
    store.dispatch(requested(aNotification('n2', { serviceId: 'b', origin: 'worker' })));
    store.dispatch({ kind: 'view-document-replaced', serviceId: 'b' });
    open('n1');
    open('n2');
    open('from before');
    expect(clicked).toEqual(['n2']);
    expect(store.getState().persisted.activeServiceId).toBe('b');
  });

  it('I56 remembers the last 2,000', () => {
    const { store, clicked, open } = setUp();
    for (let index = 0; index <= 2000; index += 1)
      store.dispatch(requested(aNotification(`n${index}`, { serviceId: 'b' })));
    open('n0');
    open('n1');
    expect(clicked).toEqual(['n1']);
  });
});
