import type { ReactNode } from 'react';
import type { Combo } from '../../electron/core/commands/combo';
import { useKeyWords } from './use-key-words';
import './key-caps.css';

/** Keys that are pressed together, each drawn as a cap; where a cap has a sign, the word is read out. */
export function KeyCaps({ combo }: { readonly combo: Combo }): ReactNode {
  const { wordsOf } = useKeyWords();
  return (
    <span className="key-caps" dir="ltr">
      {wordsOf(combo).map(({ shown, spoken }) => (
        <kbd key={spoken}>
          {shown === spoken ? (
            shown
          ) : (
            <>
              <span aria-hidden>{shown}</span>
              <span className="visually-hidden">{spoken}</span>
            </>
          )}
        </kbd>
      ))}
    </span>
  );
}
