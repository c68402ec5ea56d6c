import { AtSign, BellOff, Hash, Inbox, Lock, Terminal, Users } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SwitcherAnswerRow } from '../../../electron/core/ipc/switcher-contract';
import { KeyCaps } from '../../components/key-caps';
import { intoSight } from '../../components/into-sight';
import { ServiceIcon } from '../../components/service-icon';
import { toBadgeText } from '../sidebar/service-state';
import { MarkedText } from './marked-text';

/** What of a service is drawn beside what is in it. */
export interface RowService {
  readonly recipeId: string;
  readonly name: string;
  readonly iconUrl: string | undefined;
}

interface SwitcherRowProps {
  readonly row: SwitcherAnswerRow;
  readonly id: string;
  /** The how-manieth of how many it is. */
  readonly place: number;
  readonly count: number;
  readonly service: RowService | undefined;
  readonly isChosen: boolean;
}

/** One thing to go to: icon, name, where it is, what is unread. */
export const SwitcherRow = memo(function SwitcherRow(props: SwitcherRowProps): ReactNode {
  const { row, id, place, count, service, isChosen } = props;
  const { i18n } = useTranslation();
  const forMe = row.isDirect ? Math.max(row.unread, row.mentions) : row.mentions;
  const name = useRowName(row, forMe);
  const hasDot = forMe === 0 && row.unread > 0 && row.kind !== 'entry';
  return (
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-posinset={place}
      aria-setsize={count}
      aria-label={name}
      className="switcher-row"
      data-key={row.key}
      ref={isChosen ? intoSight : undefined}
      tabIndex={-1}
    >
      <span className="switcher-icon" aria-hidden>
        {service === undefined || row.kind === 'command' ? (
          <Glyph row={row} />
        ) : (
          <ServiceIcon recipeId={service.recipeId} name={service.name} iconUrl={service.iconUrl} size={20} />
        )}
      </span>
      {service !== undefined && row.kind !== 'service' && row.kind !== 'command' && (
        <span className="switcher-kind" aria-hidden>
          <Glyph row={row} />
        </span>
      )}
      <span className="switcher-name">
        <MarkedText text={row.name} marks={row.nameMarks} />
      </span>
      {row.muted && row.kind !== 'entry' && <BellOff size={14} strokeWidth={1.5} aria-hidden />}
      {row.where !== '' && (
        <span className="switcher-where">
          <MarkedText text={row.where} marks={row.whereMarks} />
        </span>
      )}
      {forMe > 0 && (
        <span className="switcher-count" data-muted={row.muted}>
          {toBadgeText(forMe, i18n.language)}
        </span>
      )}
      {hasDot && <span className="switcher-dot" data-muted={row.muted} />}
      {row.combo !== undefined && <KeyCaps combo={row.combo} />}
    </div>
  );
});

function Glyph({ row }: { readonly row: SwitcherAnswerRow }): ReactNode {
  const look = { size: 16, strokeWidth: 1.5 };
  if (row.kind === 'command') return <Terminal {...look} />;
  if (row.kind === 'entry') return <Inbox {...look} />;
  switch (row.channelKind) {
    case 'direct':
      return <AtSign {...look} />;
    case 'group':
      return <Users {...look} />;
    case 'private':
      return <Lock {...look} />;
    default:
      return <Hash {...look} />;
  }
}

/** Gives what a row is called by a screen reader: all that is to be seen of it. */
function useRowName(row: SwitcherAnswerRow, forMe: number): string {
  const { t } = useTranslation();
  const isPlace = row.kind !== 'entry';
  const unread =
    forMe > 0
      ? t('switcher.forYou', { count: forMe })
      : row.unread > 0 && isPlace
        ? t('switcher.unread')
        : '';
  const muted = row.muted && isPlace ? t('switcher.muted') : '';
  return [row.name, row.where, t(`switcher.kind.${row.kind}`), unread, muted].filter(Boolean).join(', ');
}
