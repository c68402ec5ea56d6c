import { describe, expect, it } from 'vitest';
import { canSeal, type SealPort } from '../seal-port';
import { fromSealed, toSealed } from './sealed-credentials';

const credentials = { cookies: { SESSION: 's' }, values: { token: 't' } };
const turned = (text: string): string => text.split('').toReversed().join('');
const port = (changes: Partial<SealPort> = {}): SealPort => ({
  canSeal: () => true,
  seal: (text) => Buffer.from(turned(text)),
  unseal: (sealed) => turned(sealed.toString()),
  ...changes,
});
const broken = (): never => {
  throw new Error('locked');
};

describe('toSealed', () => {
  it('J26 seals and opens', () => {
    const sealed = toSealed(port(), credentials) ?? '';
    expect(Buffer.from(sealed, 'base64').toString()).not.toContain('SESSION');
    expect(fromSealed(port(), sealed)).toEqual(credentials);
  });

  it('J26 keeps nothing where the system cannot seal', () => {
    expect(toSealed(port({ canSeal: () => false }), credentials)).toBeUndefined();
    expect(toSealed(port({ canSeal: broken }), credentials)).toBeUndefined();
    expect(toSealed(port({ seal: broken }), credentials)).toBeUndefined();
  });

  it('Z65 J26 says whether it can be kept, also where asking fails', () => {
    expect(canSeal(port())).toBe(true);
    expect(canSeal(port({ canSeal: () => false }))).toBe(false);
    expect(canSeal(port({ canSeal: broken }))).toBe(false);
  });

  it('J26 what another key ring sealed, or is no sign-in, is none', () => {
    const sealed = toSealed(port(), credentials) ?? '';
    expect(fromSealed(port({ unseal: broken }), sealed)).toBeUndefined();
    expect(fromSealed(port({ canSeal: () => false }), sealed)).toBeUndefined();
    expect(fromSealed(port({ unseal: () => '{}' }), sealed)).toBeUndefined();
    expect(fromSealed(port({ unseal: () => '"text"' }), sealed)).toBeUndefined();
    expect(fromSealed(port({ unseal: () => 'no JSON' }), '%')).toBeUndefined();
  });
});
