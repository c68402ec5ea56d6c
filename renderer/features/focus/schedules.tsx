import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultPass, type FocusSchedule } from '../../../electron/core/model/focus';
import { isolateText } from '../../../electron/core/model/isolate';
import { Button } from '../../components/button';
import { andList } from '../../components/formats';
import { SettingLine } from '../../components/setting-line';
import { useProjection, useSend } from '../../store/use-shell';
import { firstRange } from './ranges';
import { ScheduleEditor } from './schedule-editor';
import { useRangeWords } from './use-range-words';
import './schedules.css';

/** Most schedules that are kept. */
const SCHEDULES_MAX = 50;

/** The schedules of focus: each in a line, edited in a dialog. */
export function Schedules(): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const schedules = useProjection((projection) => projection.focusSettings.schedules);
  const [edited, setEdited] = useState<FocusSchedule>();
  const keep = (schedule: FocusSchedule): void => {
    const isNew = schedules.every(({ id }) => id !== schedule.id);
    send('focus.change', {
      schedules: isNew
        ? [...schedules, schedule]
        : schedules.map((one) => (one.id === schedule.id ? schedule : one)),
    });
  };
  const begin = (): void =>
    setEdited({
      id: crypto.randomUUID(),
      name: t('focus.schedule.firstName'),
      enabled: true,
      ranges: [firstRange],
      services: { kind: 'all' },
      pass: defaultPass,
    });
  return (
    <div className="schedules" role="group" aria-label={t('focus.schedules')}>
      <SettingLine
        name={t('focus.schedules')}
        hint={t(schedules.length === 0 ? 'focus.schedule.none' : 'focus.schedule.hint')}
      >
        <Button disabled={schedules.length >= SCHEDULES_MAX} onClick={begin}>
          <Plus size={16} strokeWidth={1.5} aria-hidden />
          {t('focus.schedule.add')}
        </Button>
      </SettingLine>
      {schedules.length > 0 && (
        <ul>
          {schedules.map((schedule) => (
            <ScheduleLine
              key={schedule.id}
              schedule={schedule}
              onEdit={() => setEdited(schedule)}
              onTurn={(enabled) => keep({ ...schedule, enabled })}
            />
          ))}
        </ul>
      )}
      {edited !== undefined && (
        <ScheduleEditor
          schedule={edited}
          isNew={schedules.every(({ id }) => id !== edited.id)}
          onSave={keep}
          onRemove={() => send('focus.change', { schedules: schedules.filter(({ id }) => id !== edited.id) })}
          onClose={() => setEdited(undefined)}
        />
      )}
    </div>
  );
}

interface ScheduleLineProps {
  readonly schedule: FocusSchedule;
  readonly onEdit: () => void;
  readonly onTurn: (enabled: boolean) => void;
}

function ScheduleLine({ schedule, onEdit, onTurn }: ScheduleLineProps): ReactNode {
  const { t, i18n } = useTranslation();
  const say = useRangeWords();
  const names = useProjection((projection) => projection.services);
  const { id, name, enabled, ranges, services } = schedule;
  const list = andList(i18n.language);
  const workspaces = useProjection((projection) => projection.workspaces);
  const where =
    services.kind === 'all'
      ? t('focus.schedule.allServices')
      : services.kind === 'workspace'
        ? t('focus.schedule.ofWorkspace', {
            name: workspaces.find((one) => one.id === services.workspaceId)?.name ?? '',
          })
        : list.format(
            names
              .filter((one) => services.serviceIds.includes(one.id))
              .map(({ name: service }) => isolateText(service, i18n.dir() === 'rtl')),
          );
  return (
    <li className="setting-row">
      <div className="setting-words" id={`schedule-${id}`}>
        <p className="setting-name" dir="auto">
          {name}
        </p>
        {[...new Set(ranges.map((range) => say(range)))].map((words) => (
          <p key={words}>{words}</p>
        ))}
        <p>{where}</p>
      </div>
      <div className="setting-buttons">
        <Button aria-label={t('focus.schedule.editLabel', { name })} onClick={onEdit}>
          {t('focus.schedule.edit')}
        </Button>
        <input
          className="switch"
          type="checkbox"
          role="switch"
          checked={enabled}
          aria-checked={enabled}
          aria-label={t('focus.schedule.turn', { name })}
          onChange={(event) => onTurn(event.currentTarget.checked)}
        />
      </div>
    </li>
  );
}
