import { Bell, BellOff, Clock, Sunrise } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../electron/core/model/settings';
import { Menu, MenuItem, MenuLine } from '../../components/menu';
import type { OpenMenu } from '../../store/shell-store';
import { useProjection, useSend } from '../../store/use-shell';
import { useClose } from './use-close';

const HOUR_MS = 3_600_000;
/** When tomorrow begins for someone who paused for the night. */
const MORNING_HOUR = 8;

/** Gives the next morning after a moment, in local time. */
export function toNextMorningMs(nowMs: number): number {
  const morning = new Date(nowMs);
  morning.setDate(morning.getDate() + 1);
  return morning.setHours(MORNING_HOUR, 0, 0, 0);
}

/** For how long no notification shall call. */
export function PauseMenu({
  menu,
}: {
  readonly menu: Extract<OpenMenu, { readonly kind: 'pause' }>;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const close = useClose();
  const { kind } = useProjection((projection) => projection.settings.notifications);
  const clock = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' });
  const set = (notifications: Settings['notifications']): void => send('settings.change', { notifications });
  const [morningMs] = useState(() => toNextMorningMs(Date.now()));
  return (
    <Menu
      label={t('pauseMenu.label')}
      anchor={menu.anchor}
      side="right"
      onClose={() => close('menu', menu.byKeyboard ? '.bar-foot .icon-button' : undefined)}
    >
      {kind !== 'on' && (
        <>
          <MenuItem icon={Bell} onSelect={() => set({ kind: 'on' })}>
            {t('pauseMenu.resume')}
          </MenuItem>
          <MenuLine />
        </>
      )}
      <MenuItem icon={Clock} onSelect={() => set({ kind: 'paused-until', untilMs: Date.now() + HOUR_MS })}>
        {t('pauseMenu.hour')}
      </MenuItem>
      <MenuItem icon={Sunrise} onSelect={() => set({ kind: 'paused-until', untilMs: morningMs })}>
        {t('pauseMenu.tomorrow', { time: clock.format(morningMs) })}
      </MenuItem>
      <MenuItem icon={BellOff} disabled={kind === 'paused'} onSelect={() => set({ kind: 'paused' })}>
        {t('pauseMenu.always')}
      </MenuItem>
    </Menu>
  );
}
