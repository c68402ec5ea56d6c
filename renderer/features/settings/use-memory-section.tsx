import { useTranslation } from 'react-i18next';
import { savingModes } from '../../../electron/core/model/settings';
import type { SleepSettings } from '../../../electron/core/model/sleep-settings';
import { SelectRow } from '../../components/select';
import { percents } from '../../components/formats';
import { useProjection, useSend } from '../../store/use-shell';
import { MemoryUse } from '../sleep/memory-use';
import { toSizeText, withSet } from '../sleep/sizes';
import { choiceRow, switchRow } from './choice-row';
import type { SettingRow, SettingSection } from './setting-section';

const MB = 2 ** 20;

/** A choice of a number, or of none. */
interface NumberChoice {
  readonly key: 'afterMin' | 'memoryPercent' | 'pageLimitMb' | 'awakeMax' | 'checkEveryMin';
  readonly label: string;
  readonly hint?: string;
  readonly offered: readonly number[];
  readonly toWords: (count: number) => string;
  /** What none is called, where there may be none. */
  readonly none?: string;
}

/** Gives the settings of sleeping services and of the memory that pages may take. */
export function useMemorySection(): SettingSection {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const sleep = useProjection((projection) => projection.settings.sleep);
  const machineBytes = useProjection((projection) => projection.machineBytes);
  const saving = useProjection((projection) => projection.settings.saving);
  const isSaving = useProjection((projection) => projection.isSaving);
  const set = (changes: Partial<SleepSettings>): void =>
    send('settings.change', { sleep: { ...sleep, ...changes } });
  const percent = percents(i18n.language);
  const sizeOf = (bytes: number): string => toSizeText(bytes, i18n.language);
  const shareWords = (share: number): string =>
    machineBytes === 0
      ? t('settings.memory.shareOf', { percent: percent.format(share / 100) })
      : t('settings.memory.shareSize', {
          percent: percent.format(share / 100),
          size: sizeOf((machineBytes * share) / 100),
        });
  const choiceOf = ({ key, label, hint, offered, toWords, none }: NumberChoice): SettingRow => ({
    key,
    texts: [label, hint],
    row: (
      <SelectRow
        label={label}
        hint={hint}
        value={String(sleep[key] ?? 'none')}
        options={[
          ...withSet(offered, sleep[key]).map((count) => ({ value: String(count), label: toWords(count) })),
          ...(none === undefined ? [] : [{ value: 'none', label: none }]),
        ]}
        onChange={(value) => set({ [key]: value === 'none' ? null : Number(value) })}
      />
    ),
  });
  const switchOf = (key: 'deafToo' | 'soonerOnBattery', label: string, hint: string): SettingRow =>
    switchRow(key, { label, hint, checked: sleep[key], onChange: (value) => set({ [key]: value }) });
  return {
    place: 'memory',
    title: t('settings.memory.title'),
    rows: [
      choiceOf({
        key: 'afterMin',
        label: t('settings.memory.after'),
        hint: t('settings.memory.afterHint'),
        offered: [5, 10, 30, 60],
        toWords: (count) => t('settings.memory.afterMin', { count }),
        none: t('settings.memory.afterNever'),
      }),
      switchOf(
        'deafToo',
        t('settings.memory.deaf'),
        sleep.checkEveryMin === null
          ? t('settings.memory.deafNever')
          : t('settings.memory.deafHint', { count: sleep.checkEveryMin }),
      ),
      choiceOf({
        key: 'checkEveryMin',
        label: t('settings.memory.check'),
        hint: t('settings.memory.checkHint'),
        offered: [5, 15, 30, 60],
        toWords: (count) => t('settings.memory.every', { count }),
        none: t('settings.memory.checkNever'),
      }),
      choiceRow('saving', {
        label: t('settings.memory.saving.label'),
        hint: t(isSaving ? 'settings.memory.saving.on' : 'settings.memory.saving.off'),
        value: saving,
        options: savingModes.map((value) => ({
          value,
          label: t(`settings.memory.saving.${value}`),
        })),
        onChange: (value) => send('settings.change', { saving: value }),
      }),
      switchOf('soonerOnBattery', t('settings.memory.battery'), t('settings.memory.batteryHint')),
      choiceOf({
        key: 'memoryPercent',
        label: t('settings.memory.share'),
        hint: t('settings.memory.shareHint'),
        offered: [10, 25, 50, 75],
        toWords: shareWords,
      }),
      choiceOf({
        key: 'pageLimitMb',
        label: t('settings.memory.page'),
        hint: t('settings.memory.pageHint'),
        offered: [500, 1000, 1500, 3000],
        toWords: (count) => t('settings.memory.upTo', { size: sizeOf(count * MB) }),
        none: t('settings.memory.pageAny'),
      }),
      choiceOf({
        key: 'awakeMax',
        label: t('settings.memory.awake'),
        offered: [3, 5, 10, 20],
        toWords: (count) => t('settings.memory.awakeMax', { count }),
        none: t('settings.memory.awakeAny'),
      }),
      { key: 'use', texts: [t('settings.memory.use'), t('serviceMenu.sleep')], row: <MemoryUse /> },
    ],
  };
}
