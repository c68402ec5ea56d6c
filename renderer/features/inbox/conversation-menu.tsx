import { ExternalLink, Filter, Mail, MailOpen, ScanSearch, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MenuItem, MenuLine } from '../../components/menu';
import type { FilterProps } from './filter-bar';
import { withFilter } from './filters';
import type { Conversation } from './grouping';
import { useDesk } from './inbox-desk';
import type { Removal } from './inbox-view';

interface ConversationMenuProps extends FilterProps {
  readonly conversation: Conversation;
}

/** What can be done with a conversation. */
export function ConversationMenu({ conversation, filter, onFilter }: ConversationMenuProps): ReactNode {
  const { t } = useTranslation();
  const { view, actions } = useDesk();
  const { serviceId, serviceName, channelId, entries, unread } = conversation;
  const newest = entries.at(-1);
  const remove = (removal: Removal): void => view.setState({ dialog: { kind: 'remove', removal } });
  if (newest === undefined) return null;
  return (
    <>
      <MenuItem icon={ExternalLink} keys="Enter" onSelect={() => actions.open(newest)}>
        {t('inbox.openPlain')}
      </MenuItem>
      <MenuItem
        icon={unread > 0 ? MailOpen : Mail}
        keys={unread > 0 ? 'E' : 'U'}
        onSelect={() => void actions.markConversation(conversation, unread > 0)}
      >
        {t(unread > 0 ? 'inbox.markRead' : 'inbox.markUnread')}
      </MenuItem>
      <MenuItem
        icon={Filter}
        onSelect={() => onFilter(withFilter(filter, { serviceId, channelId: channelId ?? undefined }))}
      >
        {channelId === null ? t('inbox.onlyService', { name: serviceName }) : t('inbox.onlyConversation')}
      </MenuItem>
      {channelId === null && (
        <MenuItem
          icon={ScanSearch}
          onSelect={() => view.setState({ dialog: { kind: 'pattern', entry: newest } })}
        >
          {t('inbox.recognise')}
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem icon={Trash2} look="danger" onSelect={() => remove({ kind: 'conversation', conversation })}>
        {t(channelId === null ? 'inbox.remove.these' : 'inbox.remove.conversation')}
      </MenuItem>
      <MenuItem
        icon={Trash2}
        look="danger"
        onSelect={() => remove({ kind: 'service', serviceId, serviceName })}
      >
        {t('inbox.remove.service', { name: serviceName })}
      </MenuItem>
    </>
  );
}
