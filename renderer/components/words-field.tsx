import { X } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type * as rule from '../../electron/core/model/rule';
import { withWords } from './words';
import './words-field.css';

// The compiler holds these to core's own; importing the values would bring its schemas.
const WORD_MAX: typeof rule.WORD_MAX = 100;
const WORDS_MAX: typeof rule.WORDS_MAX = 200;

interface WordsFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly words: readonly string[];
  readonly wordMax?: number;
  readonly wordsMax?: number;
  readonly autoFocus?: boolean;
  readonly onChange: (words: readonly string[]) => void;
}

/** A list of names or words: typed one after the other, each taken by Enter or a comma, and put away again. */
export function WordsField(props: WordsFieldProps): ReactNode {
  const { label, hint, words, wordMax = WORD_MAX, wordsMax = WORDS_MAX, autoFocus = false, onChange } = props;
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const take = (text: string): void => {
    setTyped('');
    const next = withWords(words, text, { wordMax, wordsMax });
    if (next !== words) onChange(next);
  };
  const remove = (word: string): void => {
    onChange(words.filter((one) => one !== word));
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = words.at(-1);
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault();
      take(typed);
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) {
      event.preventDefault();
      remove(last);
    }
  };
  return (
    <div className="field words-field">
      <label htmlFor={id}>{label}</label>
      <div className="field-box">
        {words.length > 0 && (
          <ul aria-label={label}>
            {words.map((word) => (
              <li key={word}>
                <span dir="auto">{word}</span>
                <button
                  type="button"
                  aria-label={t('rules.words.remove', { word })}
                  onClick={() => remove(word)}
                >
                  <X size={12} strokeWidth={2} aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        )}
        <input
          ref={field}
          id={id}
          autoComplete="off"
          spellCheck={false}
          autoFocus={autoFocus}
          aria-describedby={hint === undefined ? undefined : `${id}-note`}
          value={typed}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (/[,\n]/.test(value)) take(value);
            else setTyped(value);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => take(typed)}
        />
      </div>
      {hint !== undefined && (
        <p className="field-note" id={`${id}-note`}>
          <span>{hint}</span>
        </p>
      )}
    </div>
  );
}
