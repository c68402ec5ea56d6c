import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { resetSections, type ResetSection } from '../../../electron/core/model/reset-section';
import { Button } from '../../components/button';
import { Select } from '../../components/select';
import { SettingLine } from '../../components/setting-line';
import { useShellStore } from '../../store/use-shell';
import type { SettingSection } from '../settings/setting-section';
import { useResetWords } from './use-reset-words';

/** Gives what puts settings, or everything, back as it was at first. */
export function useResetSection(): SettingSection {
  const { t } = useTranslation();
  const store = useShellStore();
  const { sectionOf } = useResetWords();
  return {
    place: 'reset',
    title: t('reset.title'),
    rows: [
      {
        key: 'settings',
        texts: [t('reset.settings'), t('reset.settingsHint'), ...resetSections.map(sectionOf)],
        row: <ResetRow />,
      },
      {
        key: 'anew',
        texts: [t('reset.anew'), t('reset.anewHint')],
        row: (
          <SettingLine name={t('reset.anew')} hint={t('reset.anewHint')}>
            <Button onClick={() => store.setState({ dialog: { kind: 'start-anew' } })}>
              {t('reset.anew')}
            </Button>
          </SettingLine>
        ),
      },
    ],
  };
}

function ResetRow(): ReactNode {
  const { t } = useTranslation();
  const store = useShellStore();
  const { sectionOf } = useResetWords();
  const [section, setSection] = useState<ResetSection | 'all'>('all');
  return (
    <SettingLine name={t('reset.settings')} hint={t('reset.settingsHint')}>
      <span className="setting-buttons">
        <Select
          label={t('reset.which')}
          value={section}
          options={(['all', ...resetSections] as const).map((value) => ({ value, label: sectionOf(value) }))}
          onChange={setSection}
        />
        <Button onClick={() => store.setState({ dialog: { kind: 'reset', section } })}>
          {t('reset.look')}
        </Button>
      </span>
    </SettingLine>
  );
}
