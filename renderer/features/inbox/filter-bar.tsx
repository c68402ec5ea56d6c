import { ChevronDown, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxFilter } from '../../../electron/core/model/inbox';
import { useProjection } from '../../store/use-shell';
import { hasToggle, isEverything, withFilter, withToggle, type FilterToggle } from './filters';
import { useDesk, useFeed, useView } from './inbox-desk';
import { anchorOf } from './inbox-view';
import { useTimeWords } from './use-time-words';

export interface FilterProps {
  readonly filter: InboxFilter;
  readonly onFilter: (filter: InboxFilter) => void;
}

const toggles = {
  unread: 'inbox.filter.unread',
  held: 'inbox.filter.held',
  notShown: 'inbox.filter.notShown',
  forMe: 'inbox.filter.forMe',
} as const satisfies Readonly<Record<FilterToggle, string>>;

/** What of the inbox is shown, as chips to press and menus to choose from. */
export function FilterBar({ filter, onFilter }: FilterProps): ReactNode {
  const { t } = useTranslation();
  const services = useProjection((projection) => projection.services);
  const { toPeriod } = useTimeWords();
  const { serviceId, channelId, sender, fromMs, toMs, text, ...others } = filter;
  const service = services.find(({ id }) => id === serviceId)?.name;
  const channel = useFeed(({ chunks }) =>
    channelId === undefined
      ? undefined
      : (chunks[0]?.entries?.find((entry) => entry.channelId === channelId)?.channelName ?? channelId),
  );
  const hasTime = fromMs !== undefined || toMs !== undefined;
  const isNarrowed = !isEverything({ ...others, serviceId, channelId, sender, fromMs, toMs });
  return (
    <div className="inbox-filters" role="group" aria-label={t('inbox.filter.label')}>
      {(['unread', 'held', 'notShown', 'forMe'] as const).map((toggle) => (
        <button
          key={toggle}
          type="button"
          className="filter-chip"
          aria-pressed={hasToggle(filter, toggle)}
          onClick={() => onFilter(withToggle(filter, toggle))}
        >
          {t(toggles[toggle])}
        </button>
      ))}
      <MenuChip
        kind="service"
        label={t('inbox.filter.service')}
        value={serviceId === undefined ? undefined : (service ?? t('inbox.filter.oneService'))}
        onRemove={() => onFilter(withFilter(filter, { serviceId: undefined }))}
      />
      <MenuChip
        kind="channel"
        label={t('inbox.filter.channel')}
        value={channel}
        onRemove={() => onFilter(withFilter(filter, { channelId: undefined }))}
      />
      <MenuChip
        kind="sender"
        label={t('inbox.filter.sender')}
        value={sender}
        onRemove={() => onFilter(withFilter(filter, { sender: undefined }))}
      />
      <MenuChip
        kind="when"
        label={t('inbox.filter.when')}
        value={hasTime ? toPeriod(fromMs, toMs) : undefined}
        onRemove={() => onFilter(withFilter(filter, { fromMs: undefined, toMs: undefined }))}
      />
      {isNarrowed && (
        <button
          type="button"
          className="filter-chip filter-filter-clear"
          onClick={() => onFilter(text === undefined ? {} : { text })}
        >
          {t('inbox.filter.clear')}
        </button>
      )}
    </div>
  );
}

interface MenuChipProps {
  readonly kind: 'service' | 'channel' | 'sender' | 'when';
  readonly label: string;
  readonly value: string | undefined;
  readonly onRemove: () => void;
}

/** A chip that opens a menu; with a value it says it and can be taken away. */
function MenuChip({ kind, label, value, onRemove }: MenuChipProps): ReactNode {
  const { t } = useTranslation();
  const { view } = useDesk();
  const isOpen = useView(({ menu }) => menu?.kind === kind);
  const isOn = value !== undefined;
  return (
    <span className="filter-filter-pair" data-on={isOn}>
      <button
        type="button"
        className="filter-chip"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        data-menu={kind}
        onClick={(event) => view.setState({ menu: { kind, anchor: anchorOf(event.currentTarget) } })}
      >
        {isOn ? (
          <>
            <span className="visually-hidden">{label}</span>
            <span className="filter-filter-value" dir="auto" title={value}>
              {value}
            </span>
          </>
        ) : (
          <>
            {label}
            <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
          </>
        )}
      </button>
      {isOn && (
        <button
          type="button"
          className="filter-chip filter-filter-remove"
          aria-label={t('inbox.filter.remove', { filter: label })}
          title={t('inbox.filter.remove', { filter: label })}
          onClick={onRemove}
        >
          <X size={14} strokeWidth={1.5} aria-hidden />
        </button>
      )}
    </span>
  );
}
