import { describe, expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import type { Action } from '../../core/state/actions';
import { createAppStore, stopAll } from './app-store';

const service = aService('a');
const online = (value: boolean): Action => ({ kind: 'network-changed', online: value });
const overlay = (open: boolean): Action => ({ kind: 'overlay-changed', open });

function create() {
  const errors: unknown[] = [];
  const store = createAppStore(aState([service]), (error) => errors.push(error));
  return { store, errors };
}

describe('watching', () => {
  it('S18 tells what is watched at once, then each time it changed, until stopped', () => {
    const { store } = create();
    const seen: boolean[] = [];
    const stop = store.watch(
      (state) => state.session.online,
      (value) => seen.push(value),
    );
    [online(false), online(false), overlay(true), online(true)].forEach(store.dispatch);
    stop();
    store.dispatch(online(false));
    expect(seen).toEqual([true, false, true]);
  });

  it('S18 asks what counts as the same', () => {
    const { store } = create();
    const seen: number[] = [];
    store.watch(
      (state) => ({ count: state.session.notices.length }),
      ({ count }) => seen.push(count),
      (a, b) => a.count === b.count,
    );
    store.dispatch(online(false));
    store.dispatch({ kind: 'notice-shown', notice: { kind: 'link-refused', id: 'l', scheme: 'tel' } });
    expect(seen).toEqual([0, 1]);
  });
});

describe('hearing actions', () => {
  it('S18 tells of each action of a kind, changed or not, with the states around it', () => {
    const { store } = create();
    const heard: [boolean, boolean, boolean][] = [];
    const stop = store.onAction('network-changed', (action, after, before) =>
      heard.push([action.online, before.session.online, after.session.online]),
    );
    [online(false), online(false), overlay(true)].forEach(store.dispatch);
    stop();
    store.dispatch(online(true));
    expect(heard).toEqual([
      [false, true, false],
      [false, false, false],
    ]);
  });

  it('S18 lets a listener stop itself, or add another, without missing anyone', () => {
    const { store } = create();
    const heard: string[] = [];
    const stopFirst = store.onAction('network-changed', () => {
      heard.push('first');
      stopFirst();
      store.onAction('network-changed', () => heard.push('late'));
    });
    store.onAction('network-changed', () => heard.push('second'));
    store.dispatch(online(false));
    expect(heard).toEqual(['first', 'second']);
    store.dispatch(online(true));
    expect(heard).toEqual(['first', 'second', 'second', 'late']);
  });
});

describe('dispatching', () => {
  it('S18 from inside waits its turn: all hear one action before the next', () => {
    const { store } = create();
    const log: string[] = [];
    store.onAction('network-changed', ({ online: value }) => {
      log.push(`first ${value}`);
      if (!value) store.dispatch(online(true));
      log.push(`state ${store.getState().session.online}`);
    });
    store.onAction('network-changed', ({ online: value }) => log.push(`second ${value}`));
    store.dispatch(online(false));
    expect(log).toEqual([
      'first false',
      'state false',
      'second false',
      'first true',
      'state true',
      'second true',
    ]);
  });

  it('S18 watchers hear before those who hear actions', () => {
    const { store } = create();
    const log: string[] = [];
    store.onAction('network-changed', () => log.push('action'));
    store.watch(
      (state) => state.session.online,
      (value) => log.push(`watch ${value}`),
    );
    store.dispatch(online(false));
    expect(log).toEqual(['watch true', 'watch false', 'action']);
  });

  it('S18 a listener that throws is reported and stops nobody else', () => {
    const { store, errors } = create();
    const heard: string[] = [];
    const fail = (): never => {
      throw new Error('broken effect');
    };
    store.watch((state) => state.session.online, fail);
    store.onAction('network-changed', fail);
    store.onAction('network-changed', () => heard.push('still heard'));
    store.watch(
      (state) => state.session.online,
      (value) => heard.push(String(value)),
    );
    store.dispatch(online(false));
    store.dispatch(overlay(true));
    expect(heard).toEqual(['true', 'false', 'still heard']);
    expect(errors.map(String)).toEqual(Array.from({ length: 3 }, () => 'Error: broken effect'));
    expect(store.getState().session.overlayOpen).toBe(true);
  });

  it('S18 a selector that throws later does not keep others from hearing', () => {
    const { store, errors } = create();
    const heard: boolean[] = [];
    store.watch(
      (state) => {
        if (!state.session.online) throw new Error('broken selector');
        return state.session.online;
      },
      () => undefined,
    );
    store.watch(
      (state) => state.session.online,
      (value) => heard.push(value),
    );
    store.dispatch(online(false));
    expect(heard).toEqual([true, false]);
    expect(errors.map(String)).toEqual(['Error: broken selector']);
  });
});

describe('stopAll', () => {
  it('S20 ends all in their order, and tells of those that fail', () => {
    const said: string[] = [];
    const broken = (): void => {
      throw new Error('broken stop');
    };
    stopAll([() => said.push('first'), broken, () => said.push('last')], (error) => said.push(String(error)));
    expect(said).toEqual(['first', 'Error: broken stop', 'last']);
  });
});
