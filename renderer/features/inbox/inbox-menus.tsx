import { Download, Keyboard, SlidersHorizontal, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu, MenuItem, MenuLine, MenuRadios } from '../../components/menu';
import { useSend } from '../../store/use-shell';
import { ConversationMenu } from './conversation-menu';
import { EntryMenu } from './entry-menu';
import type { FilterProps } from './filter-bar';
import { ChannelMenu, SenderMenu, ServiceMenu, WhenMenu } from './filter-menus';
import { upTo } from './filters';
import { giveFocusBack } from './focus-back';
import { useDesk, useFeed, useView } from './inbox-desk';
import type { Reading } from './load-chunk';
import { MuteMenu } from './mute-menu';

/** The menu of the inbox that is open. */
export function InboxMenus({
  filter,
  onFilter,
  onReading,
}: FilterProps & Pick<PageMenuProps, 'onReading'>): ReactNode {
  const { t } = useTranslation();
  const { view } = useDesk();
  const menu = useView((state) => state.menu);
  if (menu === undefined) return null;
  const close = (): void => {
    view.setState({ menu: undefined });
    giveFocusBack(menu, view.getState().current);
  };
  const frame = (label: string, children: ReactNode): ReactNode => (
    <Menu label={label} anchor={menu.anchor} onClose={close}>
      {children}
    </Menu>
  );
  switch (menu.kind) {
    case 'page':
      return frame(t('inbox.more'), <PageMenu onReading={onReading} />);
    case 'service':
      return frame(t('inbox.filter.service'), <ServiceMenu filter={filter} onFilter={onFilter} />);
    case 'channel':
      return frame(t('inbox.filter.channel'), <ChannelMenu filter={filter} onFilter={onFilter} />);
    case 'sender':
      return frame(t('inbox.filter.sender'), <SenderMenu filter={filter} onFilter={onFilter} />);
    case 'when':
      return frame(t('inbox.filter.when'), <WhenMenu filter={filter} onFilter={onFilter} />);
    case 'mute':
      return frame(t('inbox.mute.label'), <MuteMenu place={menu.conversation} />);
    case 'conversation':
      return frame(
        t('inbox.conversationMore'),
        <ConversationMenu conversation={menu.conversation} filter={filter} onFilter={onFilter} />,
      );
    case 'entry':
      return frame(
        t('inbox.entryMore'),
        <EntryMenu entry={menu.entry} filter={filter} onFilter={onFilter} />,
      );
  }
}

interface PageMenuProps {
  readonly onReading: (reading: Reading) => void;
}

/** How the inbox is read, and what can be done with all that is shown. */
function PageMenu({ onReading }: PageMenuProps): ReactNode {
  const { t } = useTranslation();
  const { view, actions, feed } = useDesk();
  const send = useSend();
  const newestMs = useFeed(({ chunks }) => chunks[0]?.entries?.[0]?.atMs);
  const reading = useFeed((state) => state.reading);
  const hasAny = newestMs !== undefined;
  return (
    <>
      <MenuRadios
        label={t('inbox.reading.label')}
        value={reading}
        options={[
          { value: 'sessions', label: t('inbox.reading.sessions') },
          { value: 'time', label: t('inbox.reading.time') },
        ]}
        onChange={onReading}
      />
      <MenuLine />
      <MenuItem icon={Download} disabled={!hasAny} onSelect={() => void actions.exportShown()}>
        {t('inbox.export')}
      </MenuItem>
      <MenuItem icon={SlidersHorizontal} onSelect={() => send('page.show', { page: 'rules' })}>
        {t('inbox.rules')}
      </MenuItem>
      <MenuItem icon={Keyboard} onSelect={() => view.setState({ dialog: { kind: 'keys' } })}>
        {t('inbox.keys.title')}
      </MenuItem>
      <MenuLine />
      <MenuItem
        icon={Trash2}
        look="danger"
        disabled={!hasAny}
        onSelect={() =>
          view.setState({
            dialog: {
              kind: 'remove',
              removal: { kind: 'shown', filter: upTo(feed.store.getState().filter, newestMs) },
            },
          })
        }
      >
        {t('inbox.remove.shown')}
      </MenuItem>
      <MenuItem
        icon={Trash2}
        look="danger"
        onSelect={() => view.setState({ dialog: { kind: 'remove', removal: { kind: 'older' } } })}
      >
        {t('inbox.remove.older')}
      </MenuItem>
    </>
  );
}
