import { Ellipsis, X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/button';
import { SearchField } from '../../components/search-field';
import { useDesk, useView } from './inbox-desk';
import { anchorOf } from './inbox-view';
import type { Reading } from './load-chunk';

interface SearchRowProps {
  readonly text: string;
  readonly autoFocus: boolean;
  readonly reading: Reading;
  readonly onText: (text: string) => void;
  readonly onReading: (reading: Reading) => void;
}

/** What is looked for in the texts, how the inbox is read, and what can be done with all of it. */
export function SearchRow({ text, autoFocus, reading, onText, onReading }: SearchRowProps): ReactNode {
  const { t } = useTranslation();
  const { view } = useDesk();
  const field = useRef<HTMLInputElement>(null);
  const isMenuOpen = useView(({ menu }) => menu?.kind === 'page');
  const clear = (): void => {
    onText('');
    field.current?.focus();
  };
  return (
    <div className="inbox-search-row" role="search">
      <SearchField
        ref={field}
        label={t('inbox.search')}
        aria-keyshortcuts="/"
        autoFocus={autoFocus}
        maxLength={400}
        value={text}
        onChange={onText}
      >
        {text !== '' && <IconButton icon={X} label={t('inbox.clearSearch')} onClick={clear} />}
      </SearchField>
      <div className="segments" role="radiogroup" aria-label={t('inbox.reading.label')}>
        {(['sessions', 'time'] as const).map((value) => (
          <label key={value} className="segment">
            <input
              className="visually-hidden"
              type="radio"
              name="inbox-reading"
              value={value}
              checked={value === reading}
              onChange={() => onReading(value)}
            />
            <span>{t(value === 'sessions' ? 'inbox.reading.sessions' : 'inbox.reading.time')}</span>
          </label>
        ))}
      </div>
      <IconButton
        icon={Ellipsis}
        label={t('inbox.more')}
        aria-haspopup="menu"
        aria-expanded={isMenuOpen}
        data-menu="page"
        onClick={(event) => view.setState({ menu: { kind: 'page', anchor: anchorOf(event.currentTarget) } })}
      />
    </div>
  );
}
