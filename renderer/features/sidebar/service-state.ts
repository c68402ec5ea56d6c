import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { figures } from '../../components/formats';

/** From how many refused messages on a page counts as noisy. */
export const NOISY_FROM = 20;

/** What is said of a service beside its name, as keys of `sidebar.state`. */
export type StateWord =
  | { readonly kind: 'unread' | 'forMe'; readonly count: number }
  | { readonly kind: 'failed' | 'crashed'; readonly retryAtMs: number }
  | { readonly kind: 'quiet'; readonly untilMs: number }
  | { readonly kind: 'lost' | 'countsFrom'; readonly sinceMs: number }
  | {
      readonly kind:
        | 'active'
        | 'unreadSome'
        | 'muted'
        | 'held'
        | 'loading'
        | 'retrying'
        | 'offline'
        | 'hung'
        | 'noisy'
        | 'adapterFailed'
        | 'signedOut'
        | 'openToSignIn'
        | 'asleep'
        | 'polling'
        | 'apart'
        | 'disabled'
        | 'asks'
        | 'sharing'
        | 'camera'
        | 'microphone';
    };

/** Everything a service's icon shows at once. */
export interface ServiceLook {
  readonly words: readonly StateWord[];
  readonly badge: { readonly kind: 'number'; readonly count: number } | { readonly kind: 'dot' } | undefined;
  /** Grey when it may not call, in a ring when it is held back until focus is over. */
  readonly badgeLook: 'loud' | 'quiet' | 'held';
  readonly ring: 'loading' | 'broken' | undefined;
  /** The one small sign in the corner, most pressing first. */
  readonly sign:
    | 'sharing'
    | 'asks'
    | 'stopped'
    | 'unreachable'
    | 'signedOut'
    | 'adapterFailed'
    | 'lost'
    | 'noisy'
    | 'quiet'
    | 'muted'
    | 'camera'
    | 'microphone'
    | undefined;
  readonly dimmed: boolean;
  /** Without a page, and calm. */
  readonly asleep: boolean;
  /** The other corner: it sleeps, or its page is in a window of its own. */
  readonly mark: 'asleep' | 'apart' | undefined;
}

interface LookOptions {
  readonly active: boolean;
  readonly asks: boolean;
  readonly online: boolean;
  /** Its page is in a window of its own. */
  readonly isApart: boolean;
}

/** Decides what a service's icon shows and what is said of it. */
export function toServiceLook(service: ServiceProjection, options: LookOptions): ServiceLook {
  const trouble = service.enabled ? troubleOf(service, options.online) : undefined;
  const isNoisy = service.refusedCount >= NOISY_FROM;
  const isSignedOut = service.enabled && service.adapter === 'signed-out';
  const isAdapterFailed = service.enabled && service.adapter === 'failed';
  const lost: StateWord | undefined =
    service.enabled && trouble === undefined && service.connection?.kind === 'lost'
      ? { kind: 'lost', sinceMs: service.connection.sinceMs }
      : undefined;
  const { direct, indirect } = service.unread;
  const count = direct === 'unknown' ? 0 : direct;
  const isSleeping = isAsleep(service);
  const isLoading =
    service.enabled && service.load.kind === 'loading' && service.attempt === 0 && !isSleeping;
  const quiet: StateWord | undefined =
    service.quietUntilMs === undefined ? undefined : { kind: 'quiet', untilMs: service.quietUntilMs };
  const isSharing = service.shares.length > 0;
  const isMuted = service.level === 'none' && quiet === undefined;
  const words: readonly (StateWord | false | undefined)[] = [
    count > 0 && { kind: 'unread', count },
    count === 0 && indirect && { kind: 'unreadSome' },
    isSharing && { kind: 'sharing' },
    service.camera && { kind: 'camera' },
    service.microphone && { kind: 'microphone' },
    options.asks && { kind: 'asks' },
    trouble,
    isLoading && { kind: 'loading' },
    isSignedOut && { kind: isSleeping ? 'openToSignIn' : 'signedOut' },
    isAdapterFailed && { kind: 'adapterFailed' },
    lost,
    service.enabled && service.connection?.kind === 'polling' && { kind: 'polling' },
    isNoisy && { kind: 'noisy' },
    quiet,
    isMuted && { kind: 'muted' },
    service.inFocus && { kind: 'held' },
    isSleeping && { kind: 'asleep' },
    isSleeping && service.countsFromMs !== undefined && { kind: 'countsFrom', sinceMs: service.countsFromMs },
    options.isApart && { kind: 'apart' },
    !service.enabled && { kind: 'disabled' },
    options.active && { kind: 'active' },
  ];
  const isStopped = trouble?.kind === 'crashed' || trouble?.kind === 'hung';
  const isUnreachable = trouble !== undefined && !isStopped;
  const signs = [
    [isSharing, 'sharing'],
    [options.asks, 'asks'],
    [isStopped, 'stopped'],
    [isUnreachable, 'unreachable'],
    [isSignedOut, 'signedOut'],
    [isAdapterFailed, 'adapterFailed'],
    [lost !== undefined, 'lost'],
    [service.camera, 'camera'],
    [service.microphone, 'microphone'],
    [isNoisy, 'noisy'],
    [quiet !== undefined, 'quiet'],
    [isMuted, 'muted'],
  ] as const;
  return {
    words: words.filter((word) => word !== false && word !== undefined),
    badge: count > 0 ? { kind: 'number', count } : indirect ? { kind: 'dot' } : undefined,
    badgeLook: quiet !== undefined || isMuted ? 'quiet' : service.inFocus ? 'held' : 'loud',
    ring: isLoading ? 'loading' : isUnreachable ? 'broken' : undefined,
    sign: signs.find(([isOn]) => isOn)?.[1],
    dimmed: !service.enabled,
    asleep: isSleeping,
    mark: isSleeping ? 'asleep' : options.isApart ? 'apart' : undefined,
  };
}

/** True for a service that sleeps as far as the person is concerned: a short look at what is unread in it changes nothing. */
export const isAsleep = ({
  enabled,
  load,
  isLookedAt,
}: Pick<ServiceProjection, 'enabled' | 'load' | 'isLookedAt'>): boolean =>
  enabled && (load.kind === 'asleep' || isLookedAt);

/** Gives the number on a badge as a locale writes it: 1 to 99, then 99+. */
export const toBadgeText = (count: number, locale: string): string =>
  count > 99 ? `${figures(locale).format(99)}+` : figures(locale).format(count);

function troubleOf({ load, attempt }: ServiceProjection, online: boolean): StateWord | undefined {
  if (load.kind === 'crashed') return { kind: 'crashed', retryAtMs: load.retryAtMs };
  if (load.kind === 'hung') return { kind: 'hung' };
  if (load.kind === 'failed' && !online) return { kind: 'offline' };
  if (load.kind === 'failed') return { kind: 'failed', retryAtMs: load.retryAtMs };
  return load.kind === 'loading' && attempt > 0 ? { kind: 'retrying' } : undefined;
}
