import { describe, expect, it, vi } from 'vitest';
import { BIOMETRICS_MS } from '../../core/decide/decide-biometrics';
import { defaultLockSettings, type Biometry } from '../../core/model/lock';
import { createTestClock } from '../test-clock.test-support';
import { newKeyPair, type KeyPair } from './box';
import { createHeldKey } from './held-key';

function scene() {
  const clock = createTestClock();
  const machine: { biometry: Biometry; isWanted: boolean } = { biometry: 'touch-id', isWanted: true };
  const ask = vi.fn(() => Promise.resolve());
  const look = vi.fn(() => machine.biometry);
  const onEnded = vi.fn();
  const held = createHeldKey({
    ...clock,
    biometrics: { look, ask },
    settings: () => ({ ...defaultLockSettings, biometrics: machine.isWanted }),
    onEnded,
  });
  return { clock, machine, ask, look, onEnded, held };
}

const copyOf = ({ publicKey, privateKey }: KeyPair): KeyPair => ({
  publicKey,
  privateKey: Buffer.from(privateKey),
});
const isOverwritten = ({ privateKey }: KeyPair): boolean => privateKey.every((byte) => byte === 0);

describe('the held key', () => {
  it('L68 is held where the person wants that, the machine has it, and the passphrase was given before', async () => {
    const { held, machine, look } = scene();
    const keys = newKeyPair();
    const first = copyOf(keys);
    expect(held.hold(first)).toBe('none');
    held.passphraseGiven();
    machine.isWanted = false;
    look.mockClear();
    const second = copyOf(keys);
    expect(held.hold(second)).toBe('none');
    expect(look).not.toHaveBeenCalled();
    machine.isWanted = true;
    machine.biometry = 'none';
    const third = copyOf(keys);
    expect(held.hold(third)).toBe('none');
    expect([first, second, third].map(isOverwritten)).toEqual([true, true, true]);
    expect(held.hold(undefined)).toBe('none');
    expect(await held.ask()).toEqual({ kind: 'not-now' });
    machine.biometry = 'touch-id';
    expect(held.hold(copyOf(keys))).toBe('touch-id');
    expect(await held.ask()).toEqual({ kind: 'given', keys });
  });

  it('L69 is overwritten when it is dropped, and when another is held', () => {
    const { held, clock } = scene();
    held.passphraseGiven();
    const [first, second] = [newKeyPair(), newKeyPair()];
    held.hold(first);
    held.hold(second);
    expect([first, second].map(isOverwritten)).toEqual([true, false]);
    held.drop();
    expect(isOverwritten(second)).toBe(true);
    expect(clock.waiting()).toBe(0);
  });

  it('L71 goes a week after the passphrase was given, also where the timer slept with the machine', async () => {
    const { held, clock, onEnded, ask } = scene();
    held.passphraseGiven();
    clock.pass(1_000);
    const keys = newKeyPair();
    expect(held.hold(keys)).toBe('touch-id');
    clock.pass(BIOMETRICS_MS - 1_001);
    expect(onEnded).not.toHaveBeenCalled();
    clock.pass(1);
    expect(onEnded).toHaveBeenCalledOnce();
    expect(isOverwritten(keys)).toBe(true);
    expect(held.hold(newKeyPair())).toBe('none');
    held.passphraseGiven();
    held.hold(newKeyPair());
    ask.mockImplementationOnce(() => {
      clock.set(clock.nowMs() + BIOMETRICS_MS);
      return Promise.resolve();
    });
    expect(await held.ask()).toEqual({ kind: 'not-now' });
    expect(onEnded).toHaveBeenCalledTimes(2);
  });

  it('L71 goes where the clock was set back meanwhile', async () => {
    const { held, clock, onEnded } = scene();
    clock.set(5_000);
    held.passphraseGiven();
    held.hold(newKeyPair());
    clock.set(4_000);
    expect(await held.ask()).toEqual({ kind: 'not-now' });
    expect(onEnded).toHaveBeenCalledOnce();
    expect(held.hold(newKeyPair())).toBe('none');
    clock.set(5_000);
    expect(held.hold(newKeyPair())).toBe('touch-id');
  });

  it('L70 is asked for one time at once, also where it was opened and locked meanwhile', async () => {
    const { held, ask } = scene();
    held.passphraseGiven();
    held.hold(newKeyPair());
    let give = (): void => undefined;
    ask.mockImplementationOnce(() => new Promise<void>((resolve) => (give = resolve)));
    const first = held.ask();
    held.hold(newKeyPair());
    expect(await held.ask()).toEqual({ kind: 'not-now' });
    give();
    expect(await first).toEqual({ kind: 'not-now' });
    expect(await held.ask()).toMatchObject({ kind: 'given' });
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('L70 is asked for one time at once', async () => {
    const { held, ask } = scene();
    held.passphraseGiven();
    held.hold(newKeyPair());
    let refuse = (_error: Error): void => undefined;
    ask.mockImplementationOnce(() => new Promise<void>((_resolve, reject) => (refuse = reject)));
    const first = held.ask();
    expect(await held.ask()).toEqual({ kind: 'not-now' });
    refuse(new Error('called off'));
    expect(await first).toEqual({ kind: 'wrong' });
    expect(await held.ask()).toMatchObject({ kind: 'given' });
    expect(ask).toHaveBeenCalledTimes(2);
  });
});
