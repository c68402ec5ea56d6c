import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { SettingLine } from '../../components/setting-line';
import { useProjection, useSend, useShellStore } from '../../store/use-shell';
import { switchRow } from './choice-row';
import { SearchSetting } from './search-setting';
import { SpellingSetting } from './spelling-setting';
import type { SettingSection } from './setting-section';

/** Gives the settings of what can be done in pages. */
export function usePageSection(): SettingSection {
  const { t } = useTranslation();
  const send = useSend();
  const { developerMode, tellPresence } = useProjection((projection) => projection.settings);
  const store = useShellStore();
  const isSafeMode = useProjection((projection) => projection.isSafeMode);
  const safeModeHint = t(isSafeMode ? 'safeMode.hintOn' : 'safeMode.hint');
  return {
    title: t('settings.page.title'),
    rows: [
      {
        key: 'search',
        texts: [t('settings.page.search'), t('settings.page.searchHint')],
        row: <SearchSetting />,
      },
      {
        key: 'spelling',
        texts: [t('settings.spelling.label'), t('settings.spelling.hint'), t('settings.spelling.mirror')],
        row: <SpellingSetting />,
      },
      switchRow('presence', {
        label: t('settings.page.presence'),
        hint: t('settings.page.presenceHint'),
        checked: tellPresence,
        onChange: (value) => send('settings.change', { tellPresence: value }),
      }),
      switchRow('developer', {
        label: t('settings.page.developer'),
        hint: t('settings.page.developerHint'),
        checked: developerMode,
        onChange: (value) => send('settings.change', { developerMode: value }),
      }),
      {
        key: 'safe-mode',
        texts: [t('safeMode.name'), safeModeHint],
        row: (
          <SettingLine name={t('safeMode.name')} hint={safeModeHint}>
            <Button onClick={() => store.setState({ dialog: { kind: 'restart' } })}>
              {t(isSafeMode ? 'safeMode.leave' : 'safeMode.enter')}
            </Button>
          </SettingLine>
        ),
      },
    ],
  };
}
