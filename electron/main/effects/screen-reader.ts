import type { BusTarget, SessionBus } from '../session-bus/bus';
import type { Stop } from '../store/app-store';

export interface ScreenReaderPort {
  /** Absent on macOS and Windows, where Chromium hears of screen readers by itself. */
  readonly bus: Pick<SessionBus, 'call' | 'watch'> | undefined;
  /** Makes everything on the screen known to screen readers, or no longer. */
  readonly setSupport: (isOn: boolean) => void;
}

const STATUS = 'org.a11y.Status';
const PROPERTY = 'ScreenReaderEnabled';
const TARGET: BusTarget = {
  name: 'org.a11y.Bus',
  path: '/org/a11y/bus',
  interface: 'org.freedesktop.DBus.Properties',
};

/** Follows whether a screen reader runs, as Orca says on Linux; Chromium itself asks once at its start at most. */
export function startScreenReader({ bus, setSupport }: ScreenReaderPort): Stop {
  if (bus === undefined) return () => undefined;
  const known = { isOn: false, turn: 0 };
  const settle = (isOn: boolean): void => {
    known.turn += 1;
    if (known.isOn === isOn) return;
    known.isOn = isOn;
    setSupport(isOn);
  };
  const ask = async (): Promise<void> => {
    const { turn } = known;
    const answer = await bus.call({ ...TARGET, member: 'Get', signature: 'ss', body: [STATUS, PROPERTY] });
    // What was said meanwhile is newer.
    if (known.turn === turn) settle(answer.kind === 'reply' && answer.body[0] === true);
  };
  return bus.watch(TARGET, {
    onOwner: (owner) => {
      if (owner === undefined) settle(false);
      else void ask();
    },
    onSignal: (member, [of, changed]) => {
      if (member !== 'PropertiesChanged' || of !== STATUS) return;
      const value = (changed as Readonly<Record<string, unknown>> | undefined)?.[PROPERTY];
      if (typeof value === 'boolean') settle(value);
    },
  });
}
