import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FocusRange, FocusSchedule } from '../../../electron/core/model/focus';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Note } from '../../components/note';
import { TextField } from '../../components/text-field';
import { PassFields } from './pass-fields';
import { RangeFields } from './range-fields';
import { firstRange, problemOf } from './ranges';
import { ServiceFields } from './service-fields';

/** Most ranges of one schedule. */
const RANGES_MAX = 20;

interface ScheduleEditorProps {
  readonly schedule: FocusSchedule;
  readonly isNew: boolean;
  readonly onSave: (schedule: FocusSchedule) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** Changes one schedule: its name, when it is on, for which services, and what may pass. */
export function ScheduleEditor({
  schedule,
  isNew,
  onSave,
  onRemove,
  onClose,
}: ScheduleEditorProps): ReactNode {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(schedule);
  const [isTold, setIsTold] = useState(false);
  const change = (changes: Partial<FocusSchedule>): void => setDraft((before) => ({ ...before, ...changes }));
  const setRange = (index: number, range: FocusRange | undefined): void =>
    change({
      ranges: range === undefined ? draft.ranges.toSpliced(index, 1) : draft.ranges.with(index, range),
    });
  const problem = problemOf(draft);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (problem !== undefined) return setIsTold(true);
    onSave({ ...draft, name: draft.name.trim() });
    onClose();
  };
  return (
    <Dialog
      title={t(isNew ? 'focus.schedule.newTitle' : 'focus.schedule.title', { name: schedule.name })}
      size="wide"
      onClose={onClose}
    >
      <form className="schedule-editor" onSubmit={submit}>
        <TextField
          label={t('focus.schedule.name')}
          value={draft.name}
          maxLength={80}
          autoFocus
          error={isTold && problem === 'no-name' ? t('rename.empty') : undefined}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <fieldset>
          <legend>{t('focus.schedule.when')}</legend>
          {draft.ranges.map((range, index) => (
            <RangeFields
              key={`range-${index + 1}`}
              place={index + 1}
              range={range}
              onChange={(changed) => setRange(index, changed)}
              onRemove={draft.ranges.length > 1 ? () => setRange(index, undefined) : undefined}
            />
          ))}
          <Button
            disabled={draft.ranges.length >= RANGES_MAX}
            onClick={() => change({ ranges: [...draft.ranges, draft.ranges.at(-1) ?? firstRange] })}
          >
            {t('focus.schedule.addRange')}
          </Button>
        </fieldset>
        <ServiceFields services={draft.services} onChange={(services) => change({ services })} />
        <fieldset>
          <legend>{t('focus.schedule.pass')}</legend>
          <PassFields pass={draft.pass} onChange={(pass) => change({ pass })} />
        </fieldset>
        {isTold && problem !== undefined && problem !== 'no-name' && (
          <Note kind="error">{t(`focus.schedule.problem.${problem}`)}</Note>
        )}
        <div className="dialog-buttons">
          {!isNew && (
            <span className="dialog-aside">
              <Button
                look="text"
                onClick={() => {
                  onRemove();
                  onClose();
                }}
              >
                {t('focus.schedule.remove')}
              </Button>
            </span>
          )}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" submits>
            {t('focus.schedule.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
