import { toProjection, type ProjectionPush, type ShellFacts } from '../../core/ipc/projection';
import type { AppStore, Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** Least time between two pushes: one frame. */
const FRAME_MS = 16;

/** The way to the shell window's page. */
export interface ProjectionPort extends Pick<TimerPort, 'after'> {
  readonly send: (projection: ProjectionPush) => void;
}

/** Pushes the projection to the shell window: at once after a change, then at most once a frame. */
export function startProjection(store: AppStore, port: ProjectionPort, facts: ShellFacts): Stop {
  const push = { waiting: false, dirty: false };
  const last = { revision: -1, services: '' };
  /** Hundreds of services take longer to be sent and copied than to be compared. */
  const toPush = (): ProjectionPush => {
    const projection = toProjection(store.getState(), facts);
    const before = { ...last };
    Object.assign(last, { revision: projection.revision, services: JSON.stringify(projection.services) });
    return before.services === last.services
      ? { ...projection, services: { sameAs: before.revision } }
      : projection;
  };
  const send = (): void => {
    push.dirty = false;
    push.waiting = true;
    port.send(toPush());
    port.after(FRAME_MS, () => {
      push.waiting = false;
      if (push.dirty) send();
    });
  };
  return store.watch(
    (state) => state,
    () => {
      push.dirty = true;
      if (!push.waiting) send();
    },
  );
}
