import { decidePageSound } from '../../core/decide/decide-page-sound';
import type { ServiceId } from '../../core/model/service';
import type { AppState } from '../../core/state/app-state';
import { isInCall } from '../../core/state/selectors';
import type { AppStore, Stop } from '../store/app-store';

/** What is used of a page. */
export interface SoundPage {
  readonly setAudioMuted: (isMuted: boolean) => void;
}

export interface PageSoundPort {
  /** Whether focus or a rule keeps a service quiet. */
  readonly isSilenced: (state: AppState, serviceId: ServiceId) => boolean;
  /** The pages a service has now: its view's and those of its child windows. */
  readonly pagesOf: (serviceId: ServiceId) => readonly SoundPage[];
  /** Tells of each new page before its first document. */
  readonly onPage: (listener: (serviceId: ServiceId, page: SoundPage) => void) => Stop;
}

/** Keeps the pages of silenced services quiet, except in a call. */
export function startPageSound(store: AppStore, port: PageSoundPort): Stop {
  const isMuted = (state: AppState, serviceId: ServiceId): boolean =>
    decidePageSound({
      isSilenced: port.isSilenced(state, serviceId),
      isInCall: isInCall(state, serviceId),
    }).kind === 'muted';
  const muted = new Set<ServiceId>();

  const apply = (now: ReadonlySet<ServiceId>): void => {
    const changed = [...now].filter((id) => !muted.has(id)).concat([...muted].filter((id) => !now.has(id)));
    for (const serviceId of changed) {
      if (now.has(serviceId)) muted.add(serviceId);
      else muted.delete(serviceId);
      for (const page of port.pagesOf(serviceId)) page.setAudioMuted(now.has(serviceId));
    }
  };

  const stops = [
    store.watch(
      (state) =>
        new Set(
          state.persisted.services.map(({ id }) => id).filter((id) => isMuted(state, id)),
        ) as ReadonlySet<ServiceId>,
      apply,
      (a, b) => a.size === b.size && [...a].every((id) => b.has(id)),
    ),
    port.onPage((serviceId, page) => {
      if (muted.has(serviceId)) page.setAudioMuted(true);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
