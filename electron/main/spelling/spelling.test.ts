import { describe, expect, it, vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import type { SpellingSettings } from '../../core/model/spelling';
import { createAppStore } from '../store/app-store';
import { createSpellingDesk } from './spelling';

function aSession(known: readonly string[] = []) {
  const words = new Set(known);
  const said: string[] = [];
  const listeners: ((event: unknown, language: string) => void)[] = [];
  return {
    said,
    words,
    fail: (language: string) => listeners.forEach((listener) => listener(undefined, language)),
    availableSpellCheckerLanguages: ['de', 'en-US', 'fr'],
    setSpellCheckerLanguages: (languages: string[]) => void said.push(`in ${languages.join(' ')}`),
    setSpellCheckerEnabled: (isOn: boolean) => void said.push(isOn ? 'on' : 'off'),
    setSpellCheckerDictionaryDownloadURL: (url: string) => void said.push(`from ${url}`),
    listWordsInSpellCheckerDictionary: () => Promise.resolve([...words]),
    addWordToSpellCheckerDictionary: (word: string) => words.add(word) !== undefined,
    removeWordFromSpellCheckerDictionary: (word: string) => words.delete(word),
    on: (_event: string, listener: (event: unknown, language: string) => void) => listeners.push(listener),
  };
}

function setUp(platform: 'darwin' | 'linux' = 'linux', there: readonly string[] = ['de', 'en-US']) {
  const problems: unknown[] = [];
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => void problems.push(error));
  const place = vi.fn(() => Promise.resolve());
  const desk = createSpellingDesk(store, {
    platform,
    preferred: () => ['de-DE', 'en-US'],
    files: { find: () => Promise.resolve(there), place },
    onProblem: (error) => void problems.push(error),
  });
  const change = (changes: Partial<SpellingSettings>): void => {
    const { spelling } = store.getState().persisted.settings;
    store.dispatch({ kind: 'settings-changed', settings: { spelling: { ...spelling, ...changes } } });
  };
  return { store, desk, place, change, problems };
}
const nowhere = 'from no-dictionaries:///';

describe('spelling in the pages of services', () => {
  it('B52 a session has no language and nowhere to fetch from, before its first page', () => {
    const { desk } = setUp();
    const session = aSession();
    desk.guard('a', session);
    expect(session.said).toEqual([nowhere, 'in ']);
  });

  it('B50 B51 once dictionaries are found they are put in place, and it is checked in all of them', async () => {
    const { desk, store, place } = setUp();
    const session = aSession();
    desk.guard('a', session);
    store.dispatch({ kind: 'shell-painted' });
    await vi.waitFor(() => expect(session.said.slice(-2)).toEqual(['in de en-US', 'on']));
    expect(place.mock.calls).toEqual([['de'], ['en-US']]);
    store.dispatch({ kind: 'service-spelling-set', serviceId: 'a', spelling: [] });
    await vi.waitFor(() => expect(session.said.slice(-2)).toEqual(['in ', 'off']));
  });

  it('B53 a mirror is asked for the rest, and what it has not is told', async () => {
    const { desk, store, change } = setUp('linux', []);
    const session = aSession();
    desk.guard('a', session);
    store.dispatch({ kind: 'shell-painted' });
    change({ mirror: 'https://words.test/', languages: ['fr'] });
    await vi.waitFor(() => expect(session.said.slice(-2)).toEqual(['in fr', 'on']));
    expect(session.said).toContain('from https://words.test/');
    session.fail('fr');
    expect(store.getState().session.spelling.failed).toEqual(['fr']);
    change({ mirror: '' });
    await vi.waitFor(() => expect(session.said.slice(-4)).toEqual([nowhere, 'in ', 'in ', 'off']));
    await vi.waitFor(() => expect(store.getState().session.spelling.failed).toEqual([]));
  });

  it('B54 words of the person’s own are those of each session, those taken back of none', async () => {
    const { desk, change } = setUp();
    const session = aSession(['old']);
    change({ words: ['Foyer'] });
    desk.guard('a', session);
    await vi.waitFor(() => expect([...session.words]).toEqual(['Foyer']));
    const other = aSession();
    desk.guard('b', other);
    change({ words: ['Mira'] });
    for (const { words } of [session, other]) await vi.waitFor(() => expect([...words]).toEqual(['Mira']));
  });

  it('B51 on macOS it is only turned on and off', async () => {
    const { desk, change } = setUp('darwin');
    const session = aSession();
    desk.guard('a', session);
    expect(session.said).toEqual(['on']);
    change({ languages: [] });
    await vi.waitFor(() => expect(session.said).toEqual(['on', 'off']));
  });

  it('B51 a dictionary that cannot be put in place is told to the log', async () => {
    const { desk, store, place, problems } = setUp();
    place.mockRejectedValue(new Error('full'));
    desk.guard('a', aSession());
    store.dispatch({ kind: 'shell-painted' });
    await vi.waitFor(() => expect(problems).toHaveLength(1));
  });
});
