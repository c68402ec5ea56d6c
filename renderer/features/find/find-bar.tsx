import { CaseSensitive, ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/button';
import { SearchField } from '../../components/search-field';
import { useProjection, useSend } from '../../store/use-shell';
import './find-bar.css';

/** Finds in the page; stands in the header, so that nothing of the page is covered. */
export function FindBar({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const find = useProjection((projection) => projection.find);
  const { text: sought, matchCase, at, count } = find;
  const [text, setText] = useState(sought);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const ask = (wanted: string, isExact: boolean): void => {
    setText(wanted);
    send('find.ask', { text: wanted, matchCase: isExact });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') send('find.step', { step: event.shiftKey ? -1 : 1 });
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <div className="find-bar" role="search" aria-label={t('find.label')}>
      <SearchField
        ref={field}
        label={t('find.label')}
        maxLength={1000}
        value={text}
        onChange={(value) => ask(value, matchCase)}
        onKeyDown={onKeyDown}
      />
      <span role="status" className="find-count">
        {text !== '' && count > 0 && t('find.count', { at, count })}
        {text !== '' && count === 0 && find.isAnswered && t('find.none')}
      </span>
      <IconButton
        icon={ChevronUp}
        label={t('find.previous')}
        disabled={count === 0}
        onClick={() => send('find.step', { step: -1 })}
      />
      <IconButton
        icon={ChevronDown}
        label={t('find.next')}
        disabled={count === 0}
        onClick={() => send('find.step', { step: 1 })}
      />
      <IconButton
        icon={CaseSensitive}
        label={t('find.matchCase')}
        aria-pressed={matchCase}
        onClick={() => ask(text, !matchCase)}
      />
      <IconButton icon={X} label={t('find.close')} onClick={onClose} />
    </div>
  );
}
