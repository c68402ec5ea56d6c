import { Bell, BellOff, Settings as Gear } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/button';
import { useProjection, useSend, useShell, useShellStore } from '../../store/use-shell';

interface BarFootProps {
  readonly tabIndexOf: (index: number) => 0 | -1;
}

/** What stands at the foot of the bar: whether notifications may call, and the settings. */
export function BarFoot({ tabIndexOf }: BarFootProps): ReactNode {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const store = useShellStore();
  const notifications = useProjection((projection) => projection.settings.notifications);
  const page = useProjection((projection) => projection.page);
  const isMenuOpen = useShell((state) => state.menu?.kind === 'pause');
  const clock = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' });
  const label =
    notifications.kind === 'on'
      ? t('sidebar.pause.on')
      : notifications.kind === 'paused'
        ? t('sidebar.pause.paused')
        : t('sidebar.pause.pausedUntil', { time: clock.format(notifications.untilMs) });
  return (
    <div className="bar-foot">
      <div className="bar-row" data-paused={notifications.kind !== 'on'}>
        <IconButton
          look="bar"
          icon={notifications.kind === 'on' ? Bell : BellOff}
          label={label}
          aria-haspopup="menu"
          aria-expanded={isMenuOpen}
          tabIndex={tabIndexOf(0)}
          onClick={(event) => {
            const { x, y, width, height } = event.currentTarget.getBoundingClientRect();
            const anchor = { x, y, width, height };
            store.setState({ menu: { kind: 'pause', anchor, byKeyboard: event.detail === 0 } });
          }}
        />
      </div>
      <div className="bar-row">
        <IconButton
          look="bar"
          icon={Gear}
          label={t('sidebar.settings')}
          aria-current={page === 'settings' ? 'page' : undefined}
          tabIndex={tabIndexOf(1)}
          onClick={() => send('page.show', { page: page === 'settings' ? 'service' : 'settings' })}
        />
      </div>
    </div>
  );
}
