import { CircleHelp, Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import type { InboxEntry } from '../../../electron/core/model/inbox';
import { IconButton } from '../../components/button';
import { useDesk } from './inbox-desk';
import { anchorOf } from './inbox-view';

interface EntryActionsProps {
  readonly entry: InboxEntry;
  readonly isCurrent: boolean;
  readonly isWhyOpen: boolean;
}

/** What can be done with one entry; drawn where the pointer or the keyboard is, in the order of Tab only there. */
export function EntryActions({ entry, isCurrent, isWhyOpen }: EntryActionsProps): ReactNode {
  const { view, actions, t } = useDesk();
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <div className="entry-actions">
      <IconButton
        icon={CircleHelp}
        label={t('inbox.why')}
        aria-keyshortcuts="W"
        aria-expanded={isWhyOpen}
        tabIndex={tabIndex}
        onClick={() => actions.showWhy(isWhyOpen ? undefined : entry.id)}
      />
      <IconButton
        icon={Ellipsis}
        label={t('inbox.entryMore')}
        aria-haspopup="menu"
        tabIndex={tabIndex}
        onClick={(event) =>
          view.setState({ menu: { kind: 'entry', entry, anchor: anchorOf(event.currentTarget) } })
        }
      />
    </div>
  );
}
