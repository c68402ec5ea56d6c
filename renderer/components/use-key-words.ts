import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Combo } from '../../electron/core/commands/combo';
import { useProjection } from '../store/use-shell';
import { toKeyText, toKeyWords, type KeyWord } from './key-words';

/** Gives the words of keys in the language and by the customs of the system. */
export function useKeyWords(): {
  readonly wordsOf: (combo: Combo) => readonly KeyWord[];
  /** As it stands in a sentence. */
  readonly textOf: (combo: Combo) => string;
} {
  const { t } = useTranslation();
  const platform = useProjection((projection) => projection.platform);
  const wordsOf = useCallback(
    (combo: Combo) => toKeyWords(combo, platform, (name) => t(`keys.name.${name}`)),
    [t, platform],
  );
  return { wordsOf, textOf: (combo) => toKeyText(wordsOf(combo), platform) };
}
