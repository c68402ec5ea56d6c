import { isDeepStrictEqual } from 'node:util';
import type { ServiceEvent } from '../../core/ipc/service-messages';
import type { ServiceId } from '../../core/model/service';
import type { AppState } from '../../core/state/app-state';
import type { PersonPort } from '../person';
import type { AppStore, Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** How often services are told, as Mattermost's own app does it. */
const TELL_MS = 60_000;

export type PresenceEvent = Extract<ServiceEvent, { readonly kind: 'presence' }>;

export interface PresenceTellerPort extends TimerPort, PersonPort {
  /** Tells the adapter of a service. */
  readonly tell: (serviceId: ServiceId, event: PresenceEvent) => void;
}

/** A person who is to be told of nowhere is there as far as services know. */
const here: PresenceEvent = { kind: 'presence', idleS: 0, isGone: false };

/**
 * Tells services whose adapter speaks whether the person uses this machine: as soon as it begins to speak, at lock and
 * sleep and their ends, and once a minute. What they make of it is theirs. Rules C23… of `docs/spec/channels.md`.
 */
export function startPresenceTeller(store: AppStore, port: PresenceTellerPort): Stop {
  const now: { isGone: boolean; stopTimer: Stop; known: ReadonlySet<ServiceId> } = {
    isGone: false,
    stopTimer: () => undefined,
    known: new Set(),
  };
  const isWanted = (): boolean => store.getState().persisted.settings.tellPresence;
  const present = (): PresenceEvent => ({
    kind: 'presence',
    idleS: Math.floor(port.idleMs() / 1000),
    isGone: now.isGone,
  });
  const tellAll = (event: PresenceEvent): void => {
    for (const serviceId of now.known) port.tell(serviceId, event);
  };
  const tellNow = (): void => {
    now.stopTimer();
    now.stopTimer = () => undefined;
    if (!isWanted() || now.known.size === 0) return;
    tellAll(present());
    now.stopTimer = port.after(TELL_MS, tellNow);
  };
  const turn = (isGone: boolean) => (): void => {
    now.isGone = isGone;
    tellNow();
  };
  const stops = [
    port.onGone(turn(true)),
    port.onBack(turn(false)),
    store.watch(
      (state) => state.session.services,
      () => {
        const speaking = selectSpeaking(store.getState());
        if (isDeepStrictEqual(speaking, now.known)) return;
        const isNew = [...speaking].some((serviceId) => !now.known.has(serviceId));
        now.known = speaking;
        if (isNew) tellNow();
      },
    ),
    store.watch(
      (state) => state.persisted.settings.tellPresence,
      (isOn) => {
        if (isOn) return tellNow();
        now.stopTimer();
        tellAll(here);
      },
    ),
  ];
  return () => {
    now.stopTimer();
    stops.forEach((stop) => stop());
  };
}

function selectSpeaking(state: AppState): ReadonlySet<ServiceId> {
  const speaking = Object.entries(state.session.services).filter(
    ([, { adapter }]) => adapter.kind === 'speaking',
  );
  return new Set(speaking.map(([serviceId]) => serviceId));
}
