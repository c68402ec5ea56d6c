import { ArrowLeft, Ellipsis, RotateCw, X } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { recipeById } from '../../../electron/recipes';
import { anchorOf } from '../../components/anchor-of';
import { IconButton } from '../../components/button';
import { selectActive } from '../../store/shell-store';
import { useProjection, useSend, useShell, useShellStore } from '../../store/use-shell';
import { DownloadsButton } from '../downloads/downloads-button';
import { FocusMark } from '../focus/focus-mark';
import { ShareSign } from '../share/share-sign';
import { SafeModeMark } from '../tweaks/safe-mode-mark';
import { Health } from './health';
import { toChannelTitle } from './page-title';
import './header.css';

const FindBar = lazy(async () => ({ default: (await import('../find/find-bar')).FindBar }));

const pageTitles = {
  'add-service': 'addService.title',
  settings: 'settings.title',
  inbox: 'inbox.title',
  rules: 'rules.title',
  moving: 'moving.title',
} as const;

/** The line over the page: whose page it is, whether it is well, and what can be done with it. */
export function Header(): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const page = useProjection((projection) => projection.page);
  const active = useProjection(selectActive);
  const isFinding = useProjection((projection) => projection.surface === 'find');
  return (
    <header className="header" aria-label={t('header.label')}>
      {page !== 'service' ? (
        <ShellPageHeader title={t(pageTitles[page])} />
      ) : active === undefined ? (
        <>
          <h1 className="header-name">{t('app.name')}</h1>
          <ShareSign />
          <SafeModeMark />
        </>
      ) : isFinding ? (
        <>
          <h1 className="visually-hidden">{active.name}</h1>
          <Suspense>
            <FindBar onClose={() => send('surface.close')} />
          </Suspense>
          <ShareSign />
        </>
      ) : (
        <ServiceHeader service={active} />
      )}
    </header>
  );
}

function ServiceHeader({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const store = useShellStore();
  const isMenuOpen = useShell((state) => state.menu?.kind === 'service' && state.menu.from === 'header');
  const ownNames = [service.name, recipeById(service.recipeId)?.name ?? ''];
  const channel = service.openChannelName ?? toChannelTitle(service.title, ownNames);
  const openMenu = (event: MouseEvent): void => {
    store.setState({
      menu: {
        kind: 'service',
        serviceId: service.id,
        from: 'header',
        anchor: anchorOf(event.currentTarget),
        byKeyboard: event.detail === 0,
      },
    });
  };
  return (
    <>
      {service.canGoBack && (
        <IconButton
          icon={ArrowLeft}
          flips
          label={t('header.back')}
          onClick={() => send('service.go-back', { serviceId: service.id })}
        />
      )}
      <h1 className="header-title">
        <span className="header-name" dir="auto" title={service.name}>
          {service.name}
        </span>
        {channel !== '' && (
          <>
            <span className="header-separator" aria-hidden>
              {t('header.separator')}
            </span>
            <span className="header-channel" dir="auto" title={channel}>
              {channel}
            </span>
          </>
        )}
      </h1>
      <ShareSign />
      <SafeModeMark />
      <FocusMark />
      <DownloadsButton />
      <Health service={service} />
      <IconButton
        icon={RotateCw}
        label={t('header.reload')}
        disabled={!service.enabled}
        onClick={() => send('service.reload', { serviceId: service.id, fromStartPage: false })}
      />
      <IconButton
        icon={Ellipsis}
        label={t('header.menu')}
        aria-haspopup="menu"
        aria-expanded={isMenuOpen}
        data-header-menu=""
        onClick={openMenu}
      />
    </>
  );
}

function ShellPageHeader({ title }: { readonly title: string }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const canClose = useProjection(
    (projection) => projection.services.length > 0 || projection.page !== 'add-service',
  );
  const close = useCallback(() => {
    send('page.show', { page: 'service' });
    send('page.focus');
  }, [send]);
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // Of a dialog over the page, wherever in it the keyboard is: it closes that, and the page stays.
      if (document.querySelector('dialog:modal') === null) close();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [close]);
  return (
    <>
      <h1 className="header-title">
        <span className="header-name" title={title}>
          {title}
        </span>
      </h1>
      <ShareSign />
      <SafeModeMark />
      <FocusMark />
      {canClose && <IconButton icon={X} label={t('header.close')} onClick={close} />}
    </>
  );
}
