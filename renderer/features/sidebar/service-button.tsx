import {
  Activity,
  AppWindow,
  BellOff,
  Clock3,
  CloudOff,
  KeyRound,
  Mic,
  MonitorUp,
  Moon,
  Unplug,
  Video,
} from 'lucide-react';
import { memo, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { toChip } from '../../components/monogram';
import { ServiceIcon } from '../../components/service-icon';
import type { Anchor } from '../../store/shell-store';
import { useProjection, useSend, useShell, useShellStore } from '../../store/use-shell';
import { toBadgeText, toServiceLook, type ServiceLook } from './service-state';
import { useServiceWords } from './use-service-words';

interface ServiceButtonProps {
  readonly service: ServiceProjection;
  readonly tabIndex: 0 | -1;
  /** Another looks like it, so it is marked by letters of its name. */
  readonly hasTwin: boolean;
}

/** One service on the bar, with all its states. There may be hundreds: each is drawn anew only when it changed. */
export const ServiceButton = memo(function ServiceButton(props: ServiceButtonProps): ReactNode {
  const { service, tabIndex, hasTwin } = props;
  const store = useShellStore();
  const send = useSend();
  const say = useServiceWords();
  const barSize = useProjection((projection) => projection.settings.barSize);
  const active = useProjection(
    (projection) => projection.page === 'service' && projection.activeServiceId === service.id,
  );
  const asks = useProjection((projection) => projection.prompts.some((one) => one.serviceId === service.id));
  const online = useProjection((projection) => projection.online);
  const isApart = useProjection((projection) => projection.ownWindows.includes(service.id));
  const isMenuOpen = useShell(
    ({ menu }) => menu?.kind === 'service' && menu.serviceId === service.id && menu.from === 'bar',
  );
  const look = toServiceLook(service, { active, asks, online, isApart });
  const words = say(service.name, look.words);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (active) button.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const openMenu = (anchor: Anchor, byKeyboard: boolean): void =>
    store.setState({ menu: { kind: 'service', serviceId: service.id, from: 'bar', anchor, byKeyboard } });
  return (
    <button
      ref={button}
      type="button"
      className="service"
      data-service-id={service.id}
      data-dimmed={look.dimmed}
      data-asleep={look.asleep}
      aria-label={words}
      aria-current={active ? 'page' : undefined}
      aria-haspopup="menu"
      aria-expanded={isMenuOpen}
      aria-describedby="service-keys"
      title={words}
      tabIndex={tabIndex}
      onClick={() => {
        send('service.activate', { serviceId: service.id });
        send('page.focus');
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        openMenu({ x: event.clientX, y: event.clientY, width: 0, height: 0 }, event.button === -1);
      }}
    >
      <span className="service-face">
        <ServiceIcon
          recipeId={service.recipeId}
          name={service.name}
          iconUrl={service.iconUrl}
          size={barSize === 'normal' ? 36 : 28}
        />
        <Ring ring={look.ring} />
        <Sign sign={look.sign} />
        <Mark mark={look.mark} />
        {barSize !== 'names' && hasTwin && (
          <span className="chip" aria-hidden>
            {toChip(service.name)}
          </span>
        )}
        {barSize !== 'names' && <Badge look={look} />}
      </span>
      {barSize === 'names' && (
        <>
          <span className="service-name" dir="auto">
            {service.name}
          </span>
          <Badge look={look} />
        </>
      )}
    </button>
  );
});

function Badge({ look: { badge, badgeLook } }: { readonly look: ServiceLook }): ReactNode {
  const { i18n } = useTranslation();
  if (badge === undefined) return null;
  return badge.kind === 'dot' ? (
    <span className="dot" data-look={badgeLook} aria-hidden />
  ) : (
    <span className="badge" data-look={badgeLook} aria-hidden>
      {toBadgeText(badge.count, i18n.language)}
    </span>
  );
}

function Ring({ ring }: { readonly ring: ServiceLook['ring'] }): ReactNode {
  if (ring === undefined) return null;
  if (ring === 'loading') return <LoadingArc />;
  return (
    <svg className="ring" viewBox="0 0 44 44" fill="none" aria-hidden>
      <rect x="1.5" y="1.5" width="41" height="41" rx="13" pathLength="100" />
    </svg>
  );
}

/** Turns only where it can be seen: what moves has the whole window drawn again and again. */
function LoadingArc(): ReactNode {
  const arc = useRef<HTMLSpanElement>(null);
  const [isInSight, setIsInSight] = useState(false);
  useEffect(() => {
    if (arc.current === null) return undefined;
    const observer = new IntersectionObserver((entries) =>
      setIsInSight(entries.some((entry) => entry.isIntersecting)),
    );
    observer.observe(arc.current);
    return () => observer.disconnect();
  }, []);
  return <span ref={arc} className="loading-arc" data-turning={isInSight} aria-hidden />;
}

const markIcons = { asleep: Moon, apart: AppWindow } as const;

function Mark({ mark }: { readonly mark: ServiceLook['mark'] }): ReactNode {
  if (mark === undefined) return null;
  const Icon = markIcons[mark];
  return (
    <span className="corner-mark" aria-hidden>
      <Icon size={9} strokeWidth={2.25} />
    </span>
  );
}

const signIcons = {
  sharing: MonitorUp,
  camera: Video,
  microphone: Mic,
  noisy: Activity,
  muted: BellOff,
  quiet: Clock3,
  signedOut: KeyRound,
  adapterFailed: Unplug,
  lost: CloudOff,
} as const;
const signMarks = { asks: '?', stopped: '!', unreachable: '!' } as const;

function Sign({ sign }: { readonly sign: ServiceLook['sign'] }): ReactNode {
  switch (sign) {
    case undefined:
      return null;
    case 'sharing':
    case 'camera':
    case 'microphone':
    case 'noisy':
    case 'signedOut':
    case 'adapterFailed':
    case 'lost':
    case 'quiet':
    case 'muted': {
      const Icon = signIcons[sign];
      return (
        <span className="sign" data-sign={sign} aria-hidden>
          <Icon size={10} strokeWidth={2.25} />
        </span>
      );
    }
    default:
      return (
        <span className="sign" data-sign={sign} aria-hidden>
          {signMarks[sign]}
        </span>
      );
  }
}
