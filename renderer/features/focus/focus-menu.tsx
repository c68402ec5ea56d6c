import { CalendarClock, Inbox, LayoutGrid, Moon, MoonStar, PauseCircle, Sunrise, Sun } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandInput } from '../../../electron/core/ipc/contract';
import { shortTime } from '../../components/formats';
import { Menu, MenuItem, MenuLine, MenuWords } from '../../components/menu';
import type { OpenMenu } from '../../store/shell-store';
import { useProjection, useSend, useShellStore } from '../../store/use-shell';
import { useClose } from '../overlays/use-close';
import { toFocusLook } from './focus-state';
import { nextMorningMs } from './mornings';
import { useFocusWords } from './use-focus-words';

interface FocusMenuProps {
  readonly menu: Extract<OpenMenu, { readonly kind: 'focus' }>;
}

/** Begins and ends quiet for all services at once. */
export function FocusMenu({ menu }: FocusMenuProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const close = useClose();
  const say = useFocusWords();
  const focus = useProjection((projection) => projection.focus);
  const held = useProjection((projection) => projection.inbox.held);
  const { main, isOn } = toFocusLook(focus);
  const trigger = menu.from === 'bar' ? '.focus-button' : '.focus-mark';
  return (
    <Menu
      label={t('focus.label')}
      anchor={menu.anchor}
      side={menu.from === 'bar' ? 'right' : 'bottom'}
      onClose={() => close('menu', menu.byKeyboard ? trigger : undefined)}
    >
      {isOn && (
        <>
          <MenuWords>
            {say(main)}
            {held > 0 && <span>{t('focus.held', { count: held })}</span>}
          </MenuWords>
          <EndItems />
          {held > 0 && (
            <MenuItem
              icon={Inbox}
              onSelect={() => send('inbox.show', { filter: { decisions: ['hold'], isUnread: true } })}
            >
              {t('focus.showHeld')}
            </MenuItem>
          )}
          <MenuLine />
        </>
      )}
      <BeginItems />
      <MenuLine />
      <MenuItem icon={CalendarClock} onSelect={() => send('command.run', { id: 'settings.focus' })}>
        {t('focus.schedules')}
      </MenuItem>
    </Menu>
  );
}

function EndItems(): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const focus = useProjection((projection) => projection.focus);
  const { main, canEnd, endsTurnOf } = toFocusLook(focus);
  const isQuietElsewhere = focus.some(({ source }) => source === 'workspace');
  const asksSystem = focus.some(({ source }) => source === 'system-dnd');
  return (
    <>
      {canEnd && (
        <MenuItem
          icon={Sun}
          hint={endsTurnOf === undefined ? undefined : t('focus.endHint', { name: endsTurnOf })}
          onSelect={() => send('focus.end')}
        >
          {t(main?.source === 'paused' ? 'focus.endPause' : 'focus.end')}
        </MenuItem>
      )}
      {isQuietElsewhere && (
        <MenuItem icon={LayoutGrid} onSelect={() => send('command.run', { id: 'settings.workspaces' })}>
          {t('focus.workspacesMenu')}
        </MenuItem>
      )}
      {asksSystem && (
        <MenuItem
          icon={canEnd ? undefined : Sun}
          hint={t('focus.ignoreSystemHint')}
          onSelect={() => send('focus.change', { followSystem: false })}
        >
          {t('focus.ignoreSystem')}
        </MenuItem>
      )}
    </>
  );
}

function BeginItems(): ReactNode {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const store = useShellStore();
  const [nowMs] = useState(() => Date.now());
  const time = shortTime(i18n.language).format(nextMorningMs(nowMs));
  const isSunday = new Date(nowMs).getDay() === 0;
  const begin = (until: CommandInput<'focus.begin'>['until'], isPause = false): void =>
    send('focus.begin', { until, isPause });
  return (
    <>
      <MenuItem icon={Moon} onSelect={() => begin({ kind: 'minutes', minutes: 30 })}>
        {t('focus.halfHour')}
      </MenuItem>
      <MenuItem onSelect={() => begin({ kind: 'minutes', minutes: 60 })}>{t('focus.hour')}</MenuItem>
      <MenuItem icon={Sunrise} onSelect={() => begin({ kind: 'tomorrow' })}>
        {t('focus.tomorrow', { time })}
      </MenuItem>
      {!isSunday && (
        <MenuItem onSelect={() => begin({ kind: 'monday' })}>{t('focus.monday', { time })}</MenuItem>
      )}
      <MenuItem onSelect={() => store.setState({ dialog: { kind: 'focus-until' } })}>
        {t('focus.choose')}
      </MenuItem>
      <MenuItem icon={MoonStar} onSelect={() => begin(null)}>
        {t('focus.open')}
      </MenuItem>
      <MenuLine />
      <MenuItem
        icon={PauseCircle}
        hint={t('focus.pauseHint')}
        onSelect={() => begin({ kind: 'minutes', minutes: 60 }, true)}
      >
        {t('focus.pauseHour')}
      </MenuItem>
    </>
  );
}
