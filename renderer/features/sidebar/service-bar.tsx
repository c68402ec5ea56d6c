import { Plus } from 'lucide-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { servicesOnBar } from '../../../electron/core/decide/on-bar';
import { anchorOf } from '../../components/anchor-of';
import { IconButton } from '../../components/button';
import { useKeys } from '../../components/use-keys';
import { useProjection, useSend, useShellStore } from '../../store/use-shell';
import { WorkspaceButton } from '../workspaces/workspace-button';
import { InboxButton } from './inbox-button';
import { BarFoot } from './bar-foot';
import { decideBarKey } from './roving';
import { ServiceList } from './service-list';
import { twinsOf } from './twins';
import { useMove } from './use-move';
import './service-bar.css';
import './service.css';

/** The service bar. One tab stop; arrows go through it. */
export function ServiceBar(): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const move = useMove();
  const store = useShellStore();
  const bar = useRef<HTMLElement>(null);
  const all = useProjection((projection) => projection.services);
  const workspaces = useProjection((projection) => projection.workspaces);
  const activeWorkspaceId = useProjection((projection) => projection.activeWorkspaceId);
  const services = useMemo(
    () => servicesOnBar({ services: all, workspaces, activeWorkspaceId }),
    [all, workspaces, activeWorkspaceId],
  );
  const twins = useMemo(() => twinsOf(all), [all]);
  const activeId = useProjection((projection) => projection.activeServiceId);
  const page = useProjection((projection) => projection.page);
  const barSize = useProjection((projection) => projection.settings.barSize);
  const [focused, setFocused] = useState<number>();
  const count = services.length;
  // Over the services: the inbox, and the workspaces where there are any.
  const hasWorkspaces = workspaces.length > 0;
  const before = hasWorkspaces ? 2 : 1;
  const activeIndex = services.findIndex((service) => service.id === activeId);
  const stop = Math.min(focused ?? Math.max(0, activeIndex) + before, count + before + 2);
  const tabIndexOf = (index: number): 0 | -1 => (index === stop ? 0 : -1);

  const buttons = (): readonly HTMLElement[] => [
    ...(bar.current?.querySelectorAll<HTMLElement>('.service, .icon-button') ?? []),
  ];
  useKeys(bar, (event) => {
    const buttonsNow = buttons();
    const index = buttonsNow.findIndex((button) => button === document.activeElement);
    const places = { before, services: count, buttons: buttonsNow.length };
    const key = index < 0 ? undefined : decideBarKey(event, index, places);
    if (key === undefined) return;
    event.preventDefault();
    const service = services[index - before];
    if (key.kind === 'focus') buttonsNow[key.index]?.focus();
    if (key.kind === 'leave') send('page.focus');
    if (key.kind === 'move' && service !== undefined) {
      move(service.id, key.toIndex);
      setFocused(key.toIndex + before);
    }
    if (key.kind === 'menu' && service !== undefined) {
      store.setState({
        menu: {
          kind: 'service',
          serviceId: service.id,
          from: 'bar',
          anchor: anchorOf(buttonsNow[index] ?? document.body),
          byKeyboard: true,
        },
      });
    }
  });

  return (
    <nav ref={bar} className="service-bar" data-size={barSize} aria-label={t('sidebar.label')}>
      <div
        className="service-tools"
        role="toolbar"
        aria-orientation="vertical"
        aria-label={t('sidebar.services')}
        onFocus={(event) =>
          setFocused(
            Math.max(
              0,
              buttons().findIndex((button) => button === event.target),
            ),
          )
        }
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setFocused(undefined);
        }}
      >
        <div className="bar-row bar-top">
          <InboxButton tabIndex={tabIndexOf(0)} />
        </div>
        {hasWorkspaces && (
          <div className="bar-row bar-workspace">
            <WorkspaceButton tabIndex={tabIndexOf(1)} />
          </div>
        )}
        <div className="service-scroll">
          <ServiceList services={services} tabIndexOf={(index) => tabIndexOf(index + before)} twins={twins} />
        </div>
        <div className="bar-row">
          <IconButton
            look="bar"
            icon={Plus}
            label={t('sidebar.add')}
            aria-current={page === 'add-service' ? 'page' : undefined}
            tabIndex={tabIndexOf(count + before)}
            onClick={() => send('page.show', { page: 'add-service' })}
          />
        </div>
        <BarFoot tabIndexOf={(index) => tabIndexOf(count + before + 1 + index)} />
      </div>
      <p className="visually-hidden" id="service-keys">
        {t('sidebar.keys')}
      </p>
    </nav>
  );
}
