import type { Session } from 'electron/main';
import { decideSpelling, toDownloadAddress } from '../../core/decide/decide-spelling';
import type { ServiceId } from '../../core/model/service';
import { leaderOf } from '../../core/model/storage-group';
import { selectService } from '../../core/state/selectors';
import type { Platform } from '../platform';
import { stopAll, whenPainted, type AppStore, type Stop } from '../store/app-store';
import type { DictionaryFiles } from './dictionary-files';

type Speller = Pick<
  Session,
  | 'availableSpellCheckerLanguages'
  | 'setSpellCheckerLanguages'
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerDictionaryDownloadURL'
  | 'listWordsInSpellCheckerDictionary'
  | 'addWordToSpellCheckerDictionary'
  | 'removeWordFromSpellCheckerDictionary'
> & {
  readonly on: (
    event: 'spellcheck-dictionary-download-failure',
    listener: (event: unknown, language: string) => void,
  ) => unknown;
};

export interface SpellingPort {
  readonly platform: Platform;
  /** Languages the person reads, the best first. */
  readonly preferred: () => readonly string[];
  readonly files: DictionaryFiles;
  readonly onProblem: (error: unknown) => void;
}

/** What checks the spelling in the pages of all services. */
export interface SpellingDesk {
  /** Takes care of what is checked in a session, before its first page is there. */
  readonly guard: (storageId: ServiceId, session: Speller) => void;
  readonly stop: Stop;
}

/** Has Chromium check spelling in what was chosen, by dictionaries of this machine; it fetches none by itself. */
export function createSpellingDesk(store: AppStore, port: SpellingPort): SpellingDesk {
  const { platform, files } = port;
  const sessions = new Map<ServiceId, { readonly session: Speller; wanted: string; address: string }>();
  const settingsOf = () => store.getState().persisted.settings.spelling;

  const apply = async (storageId: ServiceId): Promise<void> => {
    const one = sessions.get(storageId);
    if (one === undefined) return;
    const { persisted, session: facts } = store.getState();
    const own = selectService(store.getState(), leaderOf(persisted.services, storageId))?.spelling ?? null;
    const { isOn, languages } = decideSpelling(persisted.settings.spelling, own, facts.spelling, platform);
    const address = toDownloadAddress(settingsOf());
    const wanted = JSON.stringify([isOn, languages, address]);
    if (one.wanted === wanted) return;
    one.wanted = wanted;
    if (platform !== 'darwin') {
      await Promise.all(languages.map((language) => files.place(language)));
      // Something else may have been chosen meanwhile.
      if (one.wanted !== wanted) return;
      const known = new Set(one.session.availableSpellCheckerLanguages);
      one.session.setSpellCheckerDictionaryDownloadURL(address);
      // One that could not be fetched before is fetched only when it is new.
      if (one.address !== address) one.session.setSpellCheckerLanguages([]);
      one.address = address;
      one.session.setSpellCheckerLanguages(languages.filter((language) => known.has(language)));
    }
    one.session.setSpellCheckerEnabled(isOn);
  };

  const applyAll = (): void => {
    for (const storageId of sessions.keys()) void apply(storageId).catch(port.onProblem);
  };

  /** A word that was taken back may have been added by an earlier run. */
  const bringWords = async (session: Speller): Promise<void> => {
    const known = await session.listWordsInSpellCheckerDictionary();
    // As it is by then.
    const { words } = settingsOf();
    for (const word of words) if (!known.includes(word)) session.addWordToSpellCheckerDictionary(word);
    for (const word of known) if (!words.includes(word)) session.removeWordFromSpellCheckerDictionary(word);
  };

  const look = (): void => {
    void files
      .find()
      .then((there) => store.dispatch({ kind: 'dictionaries-found', there, preferred: port.preferred() }))
      .catch(port.onProblem);
  };

  const guard = (storageId: ServiceId, session: Speller): void => {
    if (platform !== 'darwin') {
      session.setSpellCheckerDictionaryDownloadURL(toDownloadAddress(settingsOf()));
      session.setSpellCheckerLanguages([]);
      session.on('spellcheck-dictionary-download-failure', (_event, language) =>
        store.dispatch({ kind: 'dictionary-failed', language }),
      );
    }
    sessions.set(storageId, { session, wanted: '', address: toDownloadAddress(settingsOf()) });
    void apply(storageId).catch(port.onProblem);
    void bringWords(session).catch(port.onProblem);
  };

  const stops = [
    whenPainted(store, look),
    store.watch(
      () => settingsOf().mirror,
      () => {
        if (store.getState().session.shellPainted) look();
      },
    ),
    store.watch(({ persisted }) => persisted.settings.spelling, applyAll),
    store.watch(({ session }) => session.spelling, applyAll),
    store.watch(({ persisted }) => persisted.services, applyAll),
    store.watch(
      ({ persisted }) => persisted.settings.spelling.words,
      () => {
        for (const { session } of sessions.values()) void bringWords(session).catch(port.onProblem);
      },
    ),
  ];
  return { guard, stop: () => stopAll(stops, port.onProblem) };
}
