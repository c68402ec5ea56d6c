import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { SelectRow } from '../../components/select';
import { useProjection, useSend } from '../../store/use-shell';
import { toOwnLevel, withPreset } from '../rules/rule-values';
import { usePresets } from '../rules/use-presets';
import { RulesFile } from './rules-file';
import type { SettingSection } from './setting-section';

const rates = [15, 30, 60, 120, 240] as const;

/** Gives the settings of what is notified in general. */
export function useNotificationSection(): SettingSection {
  const { t } = useTranslation();
  const send = useSend();
  const presets = usePresets();
  const everywhere = useProjection((projection) => projection.everywhere);
  const busyPerHour = useProjection((projection) => projection.settings.busyPerHour);
  const own = toOwnLevel(everywhere);
  // Where nothing is set, everything is notified.
  const level = own === 'inherited' ? 'everything' : own;
  const custom = { value: 'custom' as const, label: t('settings.notifications.custom') };
  const labels = {
    everywhere: t('settings.notifications.everywhere'),
    rules: t('settings.notifications.rules'),
    busy: t('settings.notifications.busy'),
    busyHint: t('settings.notifications.busyHint'),
    file: t('settings.notifications.file'),
    fileHint: t('settings.notifications.fileHint'),
  };
  const numbers =
    busyPerHour === null || rates.some((rate) => rate === busyPerHour)
      ? rates
      : [...rates, busyPerHour].toSorted((a, b) => a - b);
  return {
    place: 'notifications',
    title: t('settings.notifications.title'),
    rows: [
      {
        key: 'everywhere',
        texts: [labels.everywhere, ...presets.flatMap(({ label, hint }) => [label, hint])],
        row: (
          <SelectRow
            label={labels.everywhere}
            hint={presets.find(({ value }) => value === level)?.hint}
            value={level}
            options={own === 'custom' ? [...presets, custom] : presets}
            onChange={(value) => {
              if (value === 'custom') return;
              const values = withPreset(everywhere, value);
              send('rule.set', { scope: { kind: 'everywhere' }, values });
            }}
          />
        ),
      },
      {
        key: 'rules',
        texts: [labels.rules, t('rules.title')],
        row: (
          <div className="setting-row">
            <p className="setting-words">{labels.rules}</p>
            <Button onClick={() => send('page.show', { page: 'rules' })}>
              {t('settings.notifications.openRules')}
            </Button>
          </div>
        ),
      },
      {
        key: 'busy',
        texts: [labels.busy, labels.busyHint],
        row: (
          <SelectRow
            label={labels.busy}
            hint={labels.busyHint}
            value={String(busyPerHour ?? 'never')}
            options={[
              ...numbers.map((count) => ({
                value: String(count),
                label: t('settings.notifications.busyFrom', { count }),
              })),
              { value: 'never', label: t('settings.notifications.busyNever') },
            ]}
            onChange={(value) =>
              send('settings.change', { busyPerHour: value === 'never' ? null : Number(value) })
            }
          />
        ),
      },
      {
        key: 'file',
        texts: [
          labels.file,
          labels.fileHint,
          t('settings.notifications.export'),
          t('settings.notifications.import'),
        ],
        row: <RulesFile label={labels.file} hint={labels.fileHint} />,
      },
    ],
  };
}
