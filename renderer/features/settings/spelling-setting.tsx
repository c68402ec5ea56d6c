import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type * as spelling from '../../../electron/core/model/spelling';
import { TextField } from '../../components/text-field';
import { WordsField } from '../../components/words-field';
import { useProjection, useSend } from '../../store/use-shell';
import { SpellChoice } from './spell-choice';

// The compiler holds these to core's own; importing the values would bring its schemas.
const MIRROR_MAX: typeof spelling.MIRROR_MAX = 500;
const WORD_MAX: typeof spelling.SPELL_WORD_MAX = 99;
const WORDS_MAX: typeof spelling.SPELL_WORDS_MAX = 1_000;

/** True for what main would take; it checks anew. */
const isAddress = (typed: string): boolean =>
  typed === '' ||
  (URL.canParse(typed) && /^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1)[:/])/.test(typed));

/** In which languages spelling is checked, where dictionaries come from, and the person's own words. */
export function SpellingSetting(): ReactNode {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const { languages, mirror, words } = useProjection((projection) => projection.settings.spelling);
  const { failed } = useProjection((projection) => projection.spelling);
  const platform = useProjection((projection) => projection.platform);
  const [typed, setTyped] = useState(mirror);
  const change = (changes: Partial<spelling.SpellingSettings>): void => {
    const next = { languages, mirror, words, ...changes };
    send('settings.change', {
      spelling: {
        languages: next.languages === 'system' ? 'system' : [...next.languages],
        mirror: next.mirror,
        words: [...next.words],
      },
    });
  };
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const missing = new Intl.ListFormat(i18n.language).format(failed.map((one) => names.of(one) ?? one));
  return (
    <>
      <SpellChoice
        label={t('settings.spelling.label')}
        hint={t('settings.spelling.hint')}
        value={languages}
        onChange={(value) => change({ languages: value ?? 'system' })}
      />
      {platform !== 'darwin' && (
        <div className="setting-row service-names">
          <TextField
            label={t('settings.spelling.mirror')}
            hint={
              missing !== '' && mirror !== ''
                ? t('settings.spelling.mirrorFailed', { languages: missing })
                : t('settings.spelling.mirrorHint')
            }
            error={isAddress(typed) ? undefined : t('settings.spelling.mirrorWrong')}
            dir="ltr"
            maxLength={MIRROR_MAX}
            value={typed}
            onChange={({ currentTarget: { value } }) => setTyped(value.trim())}
            onBlur={() => {
              if (isAddress(typed) && typed !== mirror) change({ mirror: typed });
            }}
          />
        </div>
      )}
      <div className="setting-row service-names">
        <WordsField
          label={t('settings.spelling.words')}
          hint={t('settings.spelling.wordsHint')}
          words={words}
          wordMax={WORD_MAX}
          wordsMax={WORDS_MAX}
          onChange={(next) => change({ words: next.filter((word) => !/\s/.test(word)) })}
        />
      </div>
    </>
  );
}
