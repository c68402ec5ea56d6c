import type { ProbeDesk } from './types';

/** Gives a desk for a probe in tests, whose page says nothing; timers are to be faked. */
export const aDesk = (changes: Partial<ProbeDesk> = {}): ProbeDesk => ({
  run: (work) => work(),
  later: (work, delayMs) => void setTimeout(work, delayMs),
  tell: () => undefined,
  fail: () => undefined,
  onOrder: () => undefined,
  onNotification: () => undefined,
  onRoute: () => undefined,
  onSocket: () => undefined,
  ownText: () => '',
  ownValue: (owner, name) =>
    typeof owner === 'object' && owner !== null && Object.hasOwn(owner, name)
      ? Reflect.get(owner, name)
      : undefined,
  ...changes,
});
