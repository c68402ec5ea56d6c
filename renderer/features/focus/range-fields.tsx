import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FocusRange } from '../../../electron/core/model/focus';
import { IconButton } from '../../components/button';
import { endOf, fromTimeField, toTimeField, weekdayName } from './ranges';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

interface RangeFieldsProps {
  /** Which range it is, from 1. */
  readonly place: number;
  readonly range: FocusRange;
  readonly onChange: (range: FocusRange) => void;
  readonly onRemove: (() => void) | undefined;
}

/** One range of a schedule: days, and from when to when. */
export function RangeFields({ place, range, onChange, onRemove }: RangeFieldsProps): ReactNode {
  const { t, i18n } = useTranslation();
  const toggle = (day: number): void => {
    const isOn = range.weekdays.includes(day);
    const days = isOn ? range.weekdays.filter((one) => one !== day) : [...range.weekdays, day];
    onChange({ ...range, weekdays: days.toSorted((a, b) => a - b) });
  };
  const time = (label: string, field: 'fromMinute' | 'toMinute'): ReactNode => (
    <label className="range-time">
      <span>{label}</span>
      <input
        type="time"
        required
        value={toTimeField(range[field])}
        onChange={(event) => {
          const minute = fromTimeField(event.currentTarget.value);
          if (minute !== undefined) onChange({ ...range, [field]: minute });
        }}
      />
    </label>
  );
  return (
    <div className="range" role="group" aria-label={t('focus.range.label', { place })}>
      <div className="range-days">
        {weekdays.map((day) => (
          <label key={day} className="range-day" title={weekdayName(day, i18n.language, 'long')}>
            <input
              className="visually-hidden"
              type="checkbox"
              checked={range.weekdays.includes(day)}
              aria-label={weekdayName(day, i18n.language, 'long')}
              onChange={() => toggle(day)}
            />
            <span aria-hidden>{weekdayName(day, i18n.language, 'short')}</span>
          </label>
        ))}
      </div>
      <div className="range-times">
        {time(t('focus.range.from'), 'fromMinute')}
        {time(t('focus.range.to'), 'toMinute')}
        {endOf(range) === 'next-day' && <span className="range-next">{t('focus.range.nextDay')}</span>}
        {onRemove !== undefined && (
          <IconButton icon={X} label={t('focus.range.remove', { place })} onClick={onRemove} />
        )}
      </div>
    </div>
  );
}
