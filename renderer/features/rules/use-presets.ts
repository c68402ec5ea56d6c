import { useTranslation } from 'react-i18next';
import type { Preset } from '../../../electron/core/model/rule';

export const presets = [
  'everything',
  'what-matters',
  'only-me',
  'nothing',
] as const satisfies readonly Preset[];

/** One preset, with one plain line of what it means. */
export interface PresetWords {
  readonly value: Preset;
  readonly label: string;
  readonly hint: string;
}

/** Gives the presets in words, the loudest first. */
export function usePresets(): readonly PresetWords[] {
  const { t } = useTranslation();
  return presets.map((value) => ({ value, label: t(`preset.${value}`), hint: t(`preset.${value}Hint`) }));
}
