import { describe, expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import type { ServiceId } from '../../core/model/service';
import { createAppStore } from '../store/app-store';
import { startFind, type FindPage } from './find-in-page';

function setUp() {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  const said: string[] = [];
  const answers: ((requestId: number, at: number, count: number, isFinal?: boolean) => void)[] = [];
  const isGone = { a: false };
  const aPage = (name: string): FindPage => ({
    findInPage: (text, { forward, findNext, matchCase }) => {
      const how = [findNext ? 'new' : 'on', forward ? '' : 'back', matchCase ? 'case' : ''].filter(Boolean);
      return said.push(`${name} ${text} ${how.join(' ')}`);
    },
    stopFindInPage: (action) => void said.push(`${name} ${action}`),
    isDestroyed: () => name === 'a' && isGone.a,
    on: (_event, listener) =>
      void answers.push((requestId, activeMatchOrdinal, matches, finalUpdate = true) =>
        listener(undefined, { requestId, activeMatchOrdinal, matches, finalUpdate }),
      ),
  });
  const pages = new Map<ServiceId, FindPage>([
    ['a', aPage('a')],
    ['b', aPage('b')],
  ]);
  const stop = startFind(store, {
    pageOf: (serviceId) => pages.get(serviceId),
    onPage: (listener) => {
      for (const [serviceId, page] of pages) listener(serviceId, page);
      return () => undefined;
    },
  });
  const show = (): void => store.dispatch({ kind: 'surface-shown', surface: 'find' });
  const ask = (text: string, matchCase = false): void =>
    store.dispatch({ kind: 'find-asked', text, matchCase });
  return { store, said, answers, isGone, stop, show, ask, found: () => store.getState().session.find };
}

describe('startFind', () => {
  it('M11 asks the page that is shown, goes on and back, and says what is found', () => {
    const { store, said, answers, show, ask, found } = setUp();
    ask('early');
    expect(said).toEqual([]);
    show();
    ask('word', true);
    store.dispatch({ kind: 'find-stepped', step: 1 });
    store.dispatch({ kind: 'find-stepped', step: -1 });
    expect(said).toEqual(['a early new', 'a word new case', 'a word on case', 'a word on back case']);
    answers[0]?.(4, 0, 9, false);
    expect(found()).toMatchObject({ count: 0, isAnswered: false });
    answers[0]?.(4, 3, 17);
    expect(found()).toEqual({ text: 'word', matchCase: true, at: 3, count: 17, isAnswered: true });
  });

  it('V85 asks the page in a window of its own while one finds there, and then the one that is shown again', () => {
    const { store, said, show, ask } = setUp();
    store.dispatch({ kind: 'own-window-opened', serviceId: 'b' });
    show();
    ask('word');
    store.dispatch({ kind: 'own-find-opened', serviceId: 'b' });
    expect(said.splice(0)).toEqual(['a word new', 'a keepSelection', 'b word new']);
    store.dispatch({ kind: 'find-stepped', step: 1 });
    show();
    store.dispatch({ kind: 'own-find-closed', serviceId: 'b' });
    expect(said).toEqual(['b word on', 'b keepSelection', 'a word new']);
  });

  it('M11 hears neither an answer to what was asked before, nor one of another page', () => {
    const { answers, show, ask, found } = setUp();
    show();
    ask('wor');
    ask('word');
    answers[0]?.(1, 1, 40);
    answers[1]?.(2, 1, 40);
    expect(found().count).toBe(0);
    answers[0]?.(2, 1, 2);
    expect(found().count).toBe(2);
  });

  it('M11 nothing asked for is nothing found, and what was found stays selected at the end', () => {
    const { store, said, show, ask, found } = setUp();
    show();
    ask('word');
    ask('');
    expect(found()).toMatchObject({ at: 0, count: 0 });
    ask('other');
    store.dispatch({ kind: 'surface-closed' });
    show();
    expect(said).toEqual(['a word new', 'a clearSelection', 'a other new', 'a keepSelection', 'a other new']);
  });

  it('M11 ends with the service it looked in, also where its page is gone', () => {
    const { store, said, isGone, show, ask, stop } = setUp();
    show();
    ask('word');
    isGone.a = true;
    store.dispatch({ kind: 'service-activated', serviceId: 'b' });
    show();
    stop();
    ask('more');
    expect(said).toEqual(['a word new', 'b word new']);
  });
});
