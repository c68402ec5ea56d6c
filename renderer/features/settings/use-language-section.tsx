import { useTranslation } from 'react-i18next';
import { languageNames, type Language } from '../../../electron/core/model/language';
import { SelectRow } from '../../components/select';
import { useProjection, useSend } from '../../store/use-shell';
import type { SettingSection } from './setting-section';

/** Gives the choice of the language, each named in itself: whoever cannot read the others finds their own. */
export function useLanguageSection(): SettingSection {
  const { t } = useTranslation();
  const send = useSend();
  const language = useProjection((projection) => projection.settings.language);
  const label = t('settings.general.language');
  const hint = t('settings.general.languageHint');
  const names = Object.entries(languageNames) as [Language, string][];
  return {
    place: 'general',
    title: t('settings.general.title'),
    rows: [
      {
        key: 'language',
        texts: [label, hint, 'Language', ...names.map(([, name]) => name)],
        row: (
          <SelectRow
            label={label}
            hint={hint}
            value={language}
            options={[
              { value: 'system', label: t('settings.general.languageSystem') },
              ...names.map(([value, name]) => ({ value, label: name, lang: value })),
            ]}
            onChange={(value) => send('settings.change', { language: value })}
          />
        ),
      },
    ],
  };
}
