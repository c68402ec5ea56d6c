import { Segmented, Switch, type SegmentedProps, type SwitchProps } from '../../components/choice';
import type { SettingRow } from './setting-section';

/** Gives a row with a few choices of which one holds, found by its words and by theirs. */
export const choiceRow = <V extends string | number>(key: string, props: SegmentedProps<V>): SettingRow => ({
  key,
  texts: [props.label, props.hint, ...props.options.map(({ label }) => label)],
  row: <Segmented {...props} />,
});

/** Gives a row that is on or off, found by its words. */
export const switchRow = (key: string, props: SwitchProps): SettingRow => ({
  key,
  texts: [props.label, props.hint],
  row: <Switch {...props} />,
});
