import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxFilter } from '../../../electron/core/model/inbox';
import { Button } from '../../components/button';
import { Segmented } from '../../components/choice';
import { Dialog } from '../../components/dialog';
import { useCommand } from '../../store/use-shell';
import { toDayStartMs } from './days';
import { toInput } from './filters';
import { useDesk } from './inbox-desk';
import type { Removal } from './inbox-view';

const AGES = ['7', '30', '90', '365'] as const;

/** What goes: by what fits, or just these. */
type Target =
  | { readonly kind: 'filter'; readonly filter: InboxFilter }
  | { readonly kind: 'ids'; readonly ids: readonly number[] };

interface RemoveDialogProps {
  readonly removal: Removal;
  readonly onClose: () => void;
}

/** Asks once whether entries shall go: says how many, and that it is for good. */
export function RemoveDialog({ removal, onClose }: RemoveDialogProps): ReactNode {
  const { t } = useTranslation();
  const { actions } = useDesk();
  const [age, setAge] = useState<(typeof AGES)[number]>('30');
  const [nowMs] = useState(() => Date.now());
  const target = toTarget(removal, toDayStartMs(nowMs, -Number(age)));
  const count = useCount(target);
  const remove = (): void => {
    onClose();
    void (target.kind === 'ids' ? actions.removeIds(target.ids) : actions.removeAll(target.filter));
  };
  return (
    <Dialog title={t('inbox.remove.title')} onClose={onClose}>
      {removal.kind === 'older' && (
        <div className="remove-age">
          <Segmented
            label={t('inbox.remove.age')}
            value={age}
            options={AGES.map((value) => ({
              value,
              label: t('inbox.remove.days', { count: Number(value) }),
            }))}
            onChange={setAge}
          />
        </div>
      )}
      <p className="dialog-text" aria-live="polite">
        {count === undefined
          ? t('inbox.remove.counting')
          : count === 0
            ? t('inbox.remove.nothing')
            : t('inbox.remove.text', { count, what: whatOf(removal) })}
      </p>
      <div className="dialog-buttons">
        <Button autoFocus onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button look="danger" disabled={count === undefined || count === 0} onClick={remove}>
          {t('inbox.remove.confirm', { count: count ?? 0 })}
        </Button>
      </div>
    </Dialog>
  );

  function whatOf(one: Removal): string {
    switch (one.kind) {
      case 'conversation':
        return one.conversation.channelName ?? one.conversation.serviceName;
      case 'service':
        return one.serviceName;
      case 'entry':
        return one.entry.channelName ?? one.entry.serviceName;
      case 'older':
        return t('inbox.remove.whatOlder');
      case 'shown':
        return t('inbox.remove.whatShown');
    }
  }
}

function toTarget(removal: Removal, olderMs: number): Target {
  switch (removal.kind) {
    case 'conversation': {
      const { serviceId, channelId, entries } = removal.conversation;
      // No filter asks for conversations that nobody names: only what is seen goes.
      return channelId === null
        ? { kind: 'ids', ids: entries.map(({ id }) => id) }
        : { kind: 'filter', filter: { serviceId, channelId } };
    }
    case 'service':
      return { kind: 'filter', filter: { serviceId: removal.serviceId } };
    case 'entry':
      return { kind: 'ids', ids: [removal.entry.id] };
    case 'older':
      return { kind: 'filter', filter: { toMs: olderMs } };
    case 'shown':
      return { kind: 'filter', filter: removal.filter };
  }
}

/** Counts what would go; undefined until it is known. */
function useCount(target: Target): number | undefined {
  const command = useCommand();
  const [counted, setCounted] = useState<{ readonly key: string; readonly count: number }>();
  const filter = target.kind === 'filter' ? target.filter : undefined;
  const key = JSON.stringify(filter);
  useEffect(() => {
    if (filter === undefined) return;
    command('inbox.count', { filter: toInput(filter) }).then(
      (answer) => {
        if (answer.kind === 'ok') setCounted({ key, count: answer.value });
      },
      () => undefined,
    );
    // oxlint-disable-next-line react/exhaustive-deps -- the key stands for the filter
  }, [command, key]);
  if (target.kind === 'ids') return target.ids.length;
  return counted?.key === key ? counted.count : undefined;
}
