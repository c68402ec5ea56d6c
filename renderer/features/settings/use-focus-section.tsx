import { useTranslation } from 'react-i18next';
import { useProjection, useSend } from '../../store/use-shell';
import { PassFields } from '../focus/pass-fields';
import { Schedules } from '../focus/schedules';
import { switchRow } from './choice-row';
import type { SettingSection } from './setting-section';

/** Gives the settings of focus. */
export function useFocusSection(): SettingSection {
  const { t } = useTranslation();
  const send = useSend();
  const { schedules, pass, followSystem, hidesCounts } = useProjection(
    (projection) => projection.focusSettings,
  );
  const isQuietThere = useProjection((projection) =>
    projection.focus.some(({ source }) => source === 'system-dnd'),
  );
  const labels = {
    schedules: t('focus.schedules'),
    pass: t('focus.passByHand'),
    system: t('focus.followSystem'),
    systemHint: t(isQuietThere ? 'focus.followSystemNow' : 'focus.followSystemHint'),
    counts: t('focus.hidesCounts'),
    countsHint: t('focus.hidesCountsHint'),
  };
  return {
    place: 'focus',
    title: t('focus.label'),
    rows: [
      {
        key: 'schedules',
        texts: [labels.schedules, ...schedules.map(({ name }) => name)],
        row: <Schedules />,
      },
      {
        key: 'pass',
        texts: [
          labels.pass,
          t('focus.passDirect'),
          t('focus.passMentions'),
          t('focus.passPeople'),
          t('focus.passWords'),
        ],
        row: (
          <fieldset className="setting-group">
            <legend>{labels.pass}</legend>
            <p>{t('focus.passByHandHint')}</p>
            <PassFields pass={pass} onChange={(changed) => send('focus.change', { pass: changed })} />
          </fieldset>
        ),
      },
      switchRow('system', {
        label: labels.system,
        hint: labels.systemHint,
        checked: followSystem,
        onChange: (value) => send('focus.change', { followSystem: value }),
      }),
      switchRow('counts', {
        label: labels.counts,
        hint: labels.countsHint,
        checked: hidesCounts,
        onChange: (value) => send('focus.change', { hidesCounts: value }),
      }),
    ],
  };
}
