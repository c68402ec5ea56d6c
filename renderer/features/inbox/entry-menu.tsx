import { CircleHelp, ExternalLink, Filter, Mail, MailOpen, ScanSearch, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxEntry } from '../../../electron/core/model/inbox';
import { MenuItem, MenuLine } from '../../components/menu';
import type { FilterProps } from './filter-bar';
import { withFilter } from './filters';
import { useDesk } from './inbox-desk';

interface EntryMenuProps extends FilterProps {
  readonly entry: InboxEntry;
}

/** What can be done with one entry. */
export function EntryMenu({ entry, filter, onFilter }: EntryMenuProps): ReactNode {
  const { t } = useTranslation();
  const { view, actions } = useDesk();
  const { sender, isRead, id } = entry;
  return (
    <>
      <MenuItem icon={ExternalLink} keys="Enter" onSelect={() => actions.open(entry)}>
        {t('inbox.openPlain')}
      </MenuItem>
      <MenuItem icon={isRead ? Mail : MailOpen} onSelect={() => void actions.markEntry(entry, !isRead)}>
        {t(isRead ? 'inbox.markUnread' : 'inbox.markRead')}
      </MenuItem>
      <MenuItem icon={CircleHelp} keys="W" onSelect={() => actions.showWhy(id)}>
        {t('inbox.why')}
      </MenuItem>
      {sender !== null && (
        <MenuItem icon={Filter} onSelect={() => onFilter(withFilter(filter, { sender }))}>
          {t('inbox.onlySender', { name: sender })}
        </MenuItem>
      )}
      {entry.channelId === null && (
        <MenuItem icon={ScanSearch} onSelect={() => view.setState({ dialog: { kind: 'pattern', entry } })}>
          {t('inbox.recognise')}
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem
        icon={Trash2}
        look="danger"
        onSelect={() => view.setState({ dialog: { kind: 'remove', removal: { kind: 'entry', entry } } })}
      >
        {t('inbox.remove.entry')}
      </MenuItem>
    </>
  );
}
