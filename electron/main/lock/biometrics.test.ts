import { describe, expect, it } from 'vitest';
import { systemBiometrics, type SystemBiometrics } from './biometrics';

const mac: SystemBiometrics = {
  canPromptTouchID: () => true,
  promptTouchID: () => Promise.resolve(),
};

describe('what the machine knows its person by', () => {
  it.each<readonly [name: string, system: SystemBiometrics, has: string]>([
    ['a Mac with Touch ID', mac, 'touch-id'],
    ['a Mac without it, or with its lid shut', { ...mac, canPromptTouchID: () => false }, 'none'],
    [
      'a Mac that cannot say',
      {
        ...mac,
        canPromptTouchID: () => {
          throw new Error('no context');
        },
      },
      'none',
    ],
    ['Linux and Windows, where Electron has neither', {}, 'none'],
  ])('L68 %s', (_name, system, has) => {
    expect(systemBiometrics(system, () => '').look()).toBe(has);
  });

  it('L70 is asked for with a reason in the person’s language, and refuses where it is not there', async () => {
    const reasons: string[] = [];
    const system = { ...mac, promptTouchID: (reason: string) => Promise.resolve(void reasons.push(reason)) };
    await systemBiometrics(system, () => 'Nachrichten entsperren').ask();
    expect(reasons).toEqual(['Nachrichten entsperren']);
    await expect(systemBiometrics({}, () => '').ask()).rejects.toThrow('cannot be asked');
  });
});
