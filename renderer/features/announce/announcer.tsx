import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShellStore } from '../../store/use-shell';
import { useFocusWords } from '../focus/use-focus-words';
import { useNoticeText } from '../notices/use-notice-text';
import { useServiceWords } from '../sidebar/use-service-words';
import type { News, Told } from './news';
import type { Result } from './results';
import { startAnnouncing } from './start-announcing';

interface Said<T> {
  /** Tells the same words said twice apart. */
  readonly turn: number;
  readonly what: T;
}

/** Says what came, and what came of actions, to screen readers: two regions that are always there, and never seen. */
export function Announcer(): ReactNode {
  const store = useShellStore();
  const [told, setTold] = useState<Said<Told>>({ turn: 0, what: { news: [], more: 0 } });
  const [done, setDone] = useState<Said<readonly Result[]>>({ turn: 0, what: [] });
  useEffect(
    () =>
      startAnnouncing(store, {
        tellNews: (what) => setTold(({ turn }) => ({ turn: turn + 1, what })),
        tellResults: (what) => setDone(({ turn }) => ({ turn: turn + 1, what })),
      }),
    [store],
  );
  return (
    <div className="visually-hidden">
      <p role="status" aria-live="polite" data-announce="results">
        <Results key={done.turn} results={done.what} />
      </p>
      <p role="status" aria-live="polite" data-announce="news">
        <NewsWords key={told.turn} told={told.what} />
      </p>
    </div>
  );
}

function NewsWords({ told: { news, more } }: { readonly told: Told }): ReactNode {
  const { t } = useTranslation();
  const say = useServiceWords();
  const toWords = ({ name, count, forMe }: News): string =>
    say(name, [
      count === undefined ? { kind: 'unreadSome' } : { kind: 'unread', count },
      ...(forMe === undefined ? [] : [{ kind: 'forMe', count: forMe } as const]),
    ]);
  return (
    <>
      {news.map((one) => (
        <span key={one.serviceId}>{t('announce.sentence', { words: toWords(one) })} </span>
      ))}
      {more > 0 && <span>{t('announce.more', { count: more })}</span>}
    </>
  );
}

function Results({ results }: { readonly results: readonly Result[] }): ReactNode {
  const { t } = useTranslation();
  const say = useServiceWords();
  const sayFocus = useFocusWords();
  const sayNotice = useNoticeText();
  const toWords = (result: Result): string => {
    switch (result.kind) {
      case 'notice':
        return sayNotice(result.notice);
      case 'muted':
        return t('announce.sentence', { words: say(result.name, [{ kind: 'muted' }]) });
      case 'quiet':
        return t('announce.sentence', {
          words: say(result.name, [{ kind: 'quiet', untilMs: result.untilMs }]),
        });
      case 'off':
        return t('announce.sentence', { words: say(result.name, [{ kind: 'disabled' }]) });
      case 'shared':
        return t('announce.sentence', { words: t('share.sign.screen', { name: result.name }) });
      case 'unshared':
        return t('announce.sentence', { words: t('share.ended', { name: result.name }) });
      case 'heard':
        return t('announce.heard', { name: result.name });
      case 'on':
        return t('announce.on', { name: result.name });
      case 'moved':
        return t('sidebar.moved', { name: result.name, place: result.place, count: result.count });
      case 'focus':
        return t('announce.sentence', { words: sayFocus(result.focus) });
    }
  };
  const words = results.map((result) => toWords(result));
  return words.map((one) => <span key={one}>{one} </span>);
}
