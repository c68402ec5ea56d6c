import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type * as spelling from '../../../electron/core/model/spelling';
import { Check } from '../../components/check';
import { SelectRow } from '../../components/select';
import { useProjection } from '../../store/use-shell';
import './spelling.css';

// The compiler holds it to core's own; importing the value would bring its schemas.
const LANGUAGES_MAX: typeof spelling.SPELL_LANGUAGES_MAX = 10;

type Way = 'all' | 'system' | 'chosen' | 'off';

interface SpellChoiceProps {
  readonly label: string;
  readonly hint: string;
  readonly value: spelling.SpellChoice | null;
  /** Offered where what holds for all can be followed. */
  readonly asAll?: string;
  readonly onChange: (value: spelling.SpellChoice | null) => void;
}

/** What is checked: as the system's languages are, in languages that are ticked, or nothing. */
export function SpellChoice({ label, hint, value, asAll, onChange }: SpellChoiceProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { choosable, automatic } = useProjection((projection) => projection.spelling);
  const platform = useProjection((projection) => projection.platform);
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const nameOf = (language: string): string => names.of(language) ?? language;
  const listed = new Intl.ListFormat(i18n.language).format(automatic.map(nameOf));
  const chosen = value === null || value === 'system' ? [] : value;
  const way: Way =
    value === null ? 'all' : value === 'system' ? 'system' : chosen.length > 0 ? 'chosen' : 'off';
  const offered = choosable.length > 0 || way === 'chosen';
  const shown = [...new Set([...chosen, ...choosable])].toSorted((a, b) =>
    nameOf(a).localeCompare(nameOf(b)),
  );
  const change = (next: Way): void => {
    if (next === 'all') onChange(null);
    else if (next === 'system') onChange('system');
    else if (next === 'off') onChange([]);
    else onChange(automatic.length > 0 ? automatic : choosable.slice(0, 1));
  };
  return (
    <>
      <SelectRow
        label={label}
        hint={hint}
        state={
          way !== 'system' || platform === 'darwin'
            ? undefined
            : listed === ''
              ? t('settings.spelling.noneThere')
              : listed
        }
        value={way}
        options={[
          ...(asAll === undefined ? [] : [{ value: 'all' as const, label: asAll }]),
          { value: 'system' as const, label: t('settings.spelling.system') },
          ...(offered ? [{ value: 'chosen' as const, label: t('settings.spelling.chosen') }] : []),
          { value: 'off' as const, label: t('settings.spelling.off') },
        ]}
        onChange={change}
      />
      {way === 'chosen' && (
        <fieldset className="spell-languages">
          <legend className="visually-hidden">{label}</legend>
          {shown.map((language) => (
            <Check
              key={language}
              label={nameOf(language)}
              checked={chosen.includes(language)}
              onChange={(isOn) => {
                const others = chosen.filter((one) => one !== language);
                if (!isOn) onChange(others);
                else if (others.length < LANGUAGES_MAX) onChange([...others, language]);
              }}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
