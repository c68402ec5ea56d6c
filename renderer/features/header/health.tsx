import {
  Activity,
  Moon,
  CloudOff,
  Gauge,
  KeyRound,
  MemoryStick,
  Power,
  TriangleAlert,
  Unplug,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { shortTime } from '../../components/formats';
import { useProjection } from '../../store/use-shell';
import { NOISY_FROM } from '../sidebar/service-state';
import { toSizeText } from '../sleep/sizes';

type HealthKind =
  | 'loading'
  | 'asleep'
  | 'toSleep'
  | 'retrying'
  | 'failed'
  | 'offline'
  | 'crashed'
  | 'hung'
  | 'signedOut'
  | 'adapterFailed'
  | 'lost'
  | 'polling'
  | 'noisy'
  | 'outgrown'
  | 'disabled'
  | 'fine';

const icons: Readonly<Partial<Record<HealthKind, LucideIcon>>> = {
  asleep: Moon,
  toSleep: Moon,
  failed: TriangleAlert,
  crashed: TriangleAlert,
  hung: TriangleAlert,
  offline: CloudOff,
  signedOut: KeyRound,
  adapterFailed: Unplug,
  lost: CloudOff,
  polling: Gauge,
  noisy: Activity,
  outgrown: MemoryStick,
  disabled: Power,
};

/** Gives how a service's page is, in one word. */
export function toHealth(service: ServiceProjection, online: boolean): HealthKind {
  const { load, attempt, enabled } = service;
  if (!enabled) return 'disabled';
  switch (load.kind) {
    case 'crashed':
    case 'hung':
      return load.kind;
    case 'failed':
      return online ? 'failed' : 'offline';
    case 'loading':
      return attempt > 0 ? 'retrying' : 'loading';
    case 'waiting':
      return 'loading';
    case 'asleep':
      return 'asleep';
    case 'ready':
      return online ? readyHealth(service) : 'offline';
  }
}

function readyHealth({
  adapter,
  connection,
  refusedCount,
  outgrown,
  isSleepAsked,
}: ServiceProjection): HealthKind {
  if (adapter === 'signed-out') return 'signedOut';
  if (adapter === 'failed') return 'adapterFailed';
  if (connection?.kind === 'lost') return 'lost';
  if (refusedCount >= NOISY_FROM) return 'noisy';
  if (connection !== undefined) return connection.kind;
  if (isSleepAsked) return 'toSleep';
  return outgrown === undefined ? 'fine' : 'outgrown';
}

/** Says how the page is, when there is something to say. */
export function Health({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t, i18n } = useTranslation();
  const timeOf = (ms: number | undefined): string => shortTime(i18n.language).format(ms);
  const online = useProjection((projection) => projection.online);
  const kind = toHealth(service, online);
  const Icon = icons[kind];
  const why =
    kind === 'noisy'
      ? t('header.health.noisyWhy', { count: service.refusedCount, reason: service.refusedReason ?? '' })
      : kind === 'adapterFailed'
        ? t('header.health.adapterFailedWhy', { reason: service.adapterReason ?? '' })
        : kind === 'polling'
          ? t('header.health.pollingWhy')
          : kind === 'outgrown'
            ? t('header.health.outgrownWhy', {
                size: toSizeText(service.outgrown?.bytes ?? 0, i18n.language),
              })
            : undefined;
  const text =
    kind === 'lost'
      ? t('header.health.lost', { time: timeOf(service.connection?.sinceMs) })
      : kind === 'outgrown'
        ? t('header.health.outgrown', { time: timeOf(service.outgrown?.atMs) })
        : kind === 'fine'
          ? ''
          : t(`header.health.${kind}`);
  return (
    <p
      className="health"
      data-health={kind}
      role="status"
      // Falling asleep is no news.
      aria-live={kind === 'asleep' ? 'off' : 'polite'}
      title={why ?? (text === '' ? undefined : text)}
    >
      {Icon !== undefined && <Icon size={14} strokeWidth={1.5} aria-hidden />}
      {kind !== 'fine' && <span>{text}</span>}
    </p>
  );
}
