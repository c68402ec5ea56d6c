import { describe, expect, it } from 'vitest';
import { useDesk } from './lock-desk.test-support';

const { start, seeded, filesWith } = useDesk();

describe('unlocking by biometrics', () => {
  it('L68 L69 unlocked again by what the machine knows its person by; not at a start, and not unless they want it', async () => {
    const { desk, store, vault, kind } = seeded();
    await desk.set('enough of it');
    desk.lock('asked');
    expect(await desk.unlockByBiometrics()).toEqual({ kind: 'not-now' });
    await desk.unlock('enough of it');
    expect(await desk.allowBiometrics('not enough of it')).toEqual({ kind: 'wrong' });
    expect(store.getState().persisted.lock.biometrics).toBe(false);
    expect(await desk.allowBiometrics('enough of it')).toEqual({ kind: 'done' });
    desk.lock('asked');
    expect(store.getState().session.lock).toMatchObject({ kind: 'locked', opensBy: 'touch-id' });
    // Whatever wants what is sealed finds no key.
    expect(vault.isOpen()).toBe(false);
    expect(await desk.unlockByBiometrics()).toEqual({ kind: 'done' });
    expect([kind(), vault.isOpen()]).toEqual(['open', true]);
    expect(filesWith(/zanzibar/i)).toEqual([]);
    const next = start();
    expect(next.store.getState().session.lock).toMatchObject({ kind: 'locked', opensBy: 'none' });
    expect(await next.desk.unlockByBiometrics()).toEqual({ kind: 'not-now' });
  });

  it('L70 a passphrase that is being looked at decides, and an answer that comes late opens no later lock', async () => {
    const { desk, store, finger, kind } = seeded();
    await desk.set('enough of it');
    store.dispatch({ kind: 'lock-settings-changed', settings: { biometrics: true } });
    desk.lock('asked');
    let give = (): void => undefined;
    finger.answer = new Promise((resolve) => (give = resolve));
    const late = desk.unlockByBiometrics();
    expect(await desk.unlock('enough of it')).toEqual({ kind: 'done' });
    desk.lock('asked');
    give();
    expect(await late).toEqual({ kind: 'not-now' });
    expect(kind()).toBe('locked');
    finger.answer = undefined;
    const looking = desk.unlock('not enough of it');
    expect(await desk.unlockByBiometrics()).toEqual({ kind: 'not-now' });
    expect(await looking).toEqual({ kind: 'wrong' });
    expect(await desk.unlockByBiometrics()).toEqual({ kind: 'done' });
  });

  it('L71 refused five times in a row, the passphrase is asked for', async () => {
    const { desk, store, finger } = seeded();
    await desk.set('enough of it');
    store.dispatch({ kind: 'lock-settings-changed', settings: { biometrics: true } });
    desk.lock('idle');
    finger.isKnown = false;
    for (let time = 0; time < 5; time += 1)
      expect(await desk.unlockByBiometrics()).toEqual({ kind: 'wrong' });
    finger.isKnown = true;
    expect(store.getState().session.lock).toMatchObject({ opensBy: 'none' });
    expect(await desk.unlockByBiometrics()).toEqual({ kind: 'not-now' });
    expect(await desk.unlock('enough of it')).toEqual({ kind: 'done' });
  });

  it('L59 L71 wrong passphrases from before an unlocking by biometrics still count, and the next lock says so', async () => {
    const { desk, store } = seeded();
    await desk.set('enough of it');
    await desk.allowBiometrics('enough of it');
    desk.lock('asked');
    for (const wrong of ['one of them', 'two of them', 'three of them']) await desk.unlock(wrong);
    expect(await desk.unlockByBiometrics()).toEqual({ kind: 'done' });
    desk.lock('asked');
    expect(store.getState().session.lock).toMatchObject({ waitUntilMs: 1_005_000 });
    expect(await desk.unlock('enough of it')).toMatchObject({ kind: 'wait' });
  });

  it('L68 a passphrase that is removed takes it with it', async () => {
    const { desk, store } = seeded();
    await desk.set('enough of it');
    await desk.allowBiometrics('enough of it');
    await desk.remove('enough of it');
    expect(store.getState().persisted.lock.biometrics).toBe(false);
  });
});
