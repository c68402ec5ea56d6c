import { useTranslation } from 'react-i18next';
import { SelectRow } from '../../components/select';
import { SettingLine } from '../../components/setting-line';
import { useProjection, useSend } from '../../store/use-shell';
import { switchRow } from '../settings/choice-row';
import type { SettingSection } from '../settings/setting-section';
import { withSet } from '../sleep/sizes';
import { PassphraseSetting } from './passphrase-setting';
import { TouchIdSetting } from './touch-id-setting';

const offered = [1, 5, 10, 15, 30, 60] as const;

/** Gives the settings of the lock. */
export function useLockSection(): SettingSection {
  const { t } = useTranslation();
  const send = useSend();
  const isSet = useProjection((projection) => projection.lock.kind === 'open');
  const { idleMin, withScreen, biometrics } = useProjection((projection) => projection.lockSettings);
  const biometry = useProjection((projection) => projection.biometry);
  const labels = {
    idle: t('settings.lock.idle'),
    idleHint: t('settings.lock.idleHint'),
    screen: t('settings.lock.screen'),
    screenHint: t('settings.lock.screenHint'),
    touchId: t('settings.lock.touchId'),
    touchIdHint: t('settings.lock.touchIdHint'),
    limits: t('settings.lock.limits'),
    limitsHint: t('settings.lock.limitsHint'),
  };
  const whenLocked = [
    {
      key: 'idle',
      texts: [labels.idle, labels.idleHint],
      row: (
        <SelectRow
          label={labels.idle}
          hint={labels.idleHint}
          value={String(idleMin ?? 'never')}
          options={[
            ...withSet(offered, idleMin).map((count) => ({
              value: String(count),
              label: t('settings.lock.idleMin', { count }),
            })),
            { value: 'never', label: t('settings.lock.idleNever') },
          ]}
          onChange={(value) =>
            send('lock.change-settings', { idleMin: value === 'never' ? null : Number(value) })
          }
        />
      ),
    },
    switchRow('screen', {
      label: labels.screen,
      hint: labels.screenHint,
      checked: withScreen,
      onChange: (value) => send('lock.change-settings', { withScreen: value }),
    }),
    ...(biometry === 'touch-id' || biometrics
      ? [
          {
            key: 'touch-id',
            texts: [labels.touchId, labels.touchIdHint],
            row: <TouchIdSetting label={labels.touchId} hint={labels.touchIdHint} checked={biometrics} />,
          },
        ]
      : []),
  ];
  return {
    place: 'lock',
    title: t('settings.lock.title'),
    rows: [
      {
        key: 'passphrase',
        texts: [t('settings.lock.name'), t('settings.lock.none'), t('lock.set'), t('lock.now')],
        row: <PassphraseSetting />,
      },
      ...(isSet ? whenLocked : []),
      {
        key: 'limits',
        texts: [labels.limits, labels.limitsHint],
        row: <SettingLine name={labels.limits} hint={labels.limitsHint} />,
      },
    ],
  };
}
