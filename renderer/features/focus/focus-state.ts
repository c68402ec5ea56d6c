import { canEnd } from '../../../electron/core/decide/focus-at';
import type { FocusProjection } from '../../../electron/core/ipc/projection';

/** What the focus control shows. */
export interface FocusLook {
  /** The focus that counts: the one begun by hand before all others. */
  readonly main: FocusProjection | undefined;
  /** When it ends, if it is known. */
  readonly untilMs: number | undefined;
  /** What comes is held back now. */
  readonly isOn: boolean;
  /** The person can end it here; what the system wants is ended there. */
  readonly canEnd: boolean;
  /** Ending it passes over this turn of a schedule. */
  readonly endsTurnOf: string | undefined;
}

/** Decides what the focus control shows of all that is on. */
export function toFocusLook(focus: readonly FocusProjection[]): FocusLook {
  const main = focus[0];
  const turn = focus.find(({ source }) => source === 'schedule');
  return {
    main,
    untilMs: main?.untilMs ?? undefined,
    isOn: main !== undefined,
    canEnd: focus.some(canEnd),
    endsTurnOf: turn === undefined ? undefined : (turn.scheduleName ?? ''),
  };
}
