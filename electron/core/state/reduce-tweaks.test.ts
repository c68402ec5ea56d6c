import { expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import { toBackedUp, toRestored } from '../model/backup';
import { parsePersisted } from '../model/persisted';
import { noTweaks, OWN_CODE_MAX, type TweakChanges, type Tweaks } from '../model/tweaks';
import type { AppState } from './app-state';
import { reduce } from './reduce';

const start = aState([aService('a'), aService('b')]);
const tweak = (state: AppState, changes: TweakChanges, serviceId = 'a'): AppState =>
  reduce(state, { kind: 'service-tweaked', serviceId, changes });
const of = (state: AppState): readonly Tweaks[] => state.persisted.tweaks;
const proxy = { kind: 'server', scheme: 'http', host: 'p.test', port: 3128, except: [] } as const;

it('R21 what is tweaked is kept for that service alone, and no more once nothing is', () => {
  const once = tweak(start, { css: 'p {}' });
  expect(of(once)).toEqual([{ ...noTweaks('a'), css: 'p {}' }]);
  expect(tweak(once, { css: 'p {}' })).toBe(once);
  expect(of(tweak(once, { css: '' }))).toEqual([]);
  expect(tweak(start, { css: 'p {}' }, 'gone')).toBe(start);
});

it('R32 a password is for one proxy: with another it is gone, unless it comes along', () => {
  const set = tweak(start, { proxy, proxyLogin: 'sealed' });
  expect(of(set)[0]?.proxyLogin).toBe('sealed');
  expect(of(tweak(set, { userAgent: 'x' }))[0]?.proxyLogin).toBe('sealed');
  expect(of(tweak(set, { proxy: { ...proxy, except: ['a.test'] } }))[0]?.proxyLogin).toBe('sealed');
  expect(of(tweak(set, { proxy: { ...proxy, port: 1 } }))[0]?.proxyLogin).toBeNull();
  expect(of(tweak(set, { proxy: { ...proxy, port: 1 }, proxyLogin: 'new' }))[0]?.proxyLogin).toBe('new');
  expect(of(tweak(set, { proxy: { ...proxy, scheme: 'socks5' } }))[0]?.proxyLogin).toBeNull();
  expect(of(reduce(set, { kind: 'proxy-login-forgotten', serviceId: 'a' }))[0]?.proxyLogin).toBeNull();
});

it('R36 a removal that can be undone keeps them, and one that is final does not', () => {
  const removed = reduce(tweak(start, { js: '1' }), { kind: 'service-removed', serviceId: 'a' });
  expect(of(removed)).toHaveLength(1);
  expect(of(reduce(removed, { kind: 'service-removal-final', serviceId: 'a' }))).toEqual([]);
});

it('R36 a backup has them but no password, which stays where the proxy does', () => {
  const here = tweak(start, { js: '1', proxy, proxyLogin: 'sealed' }).persisted;
  const backedUp = toBackedUp(here);
  expect(JSON.stringify(backedUp)).not.toContain('sealed');
  expect(backedUp.tweaks).toMatchObject([{ js: '1', proxy, proxyLogin: null }]);
  expect(toRestored(here, backedUp).tweaks).toEqual(here.tweaks);
  const elsewhere = tweak(start, { proxy: { ...proxy, host: 'q.test' }, proxyLogin: 'other' }).persisted;
  expect(toRestored(elsewhere, backedUp).tweaks[0]?.proxyLogin).toBeNull();
});

it('R36 files from before have none, and what is too long or cannot be sent is refused', () => {
  const { tweaks: _none, ...before } = start.persisted;
  expect(parsePersisted(before)).toMatchObject({ ok: true, persisted: { tweaks: [] } });
  const ok = (changes: TweakChanges): boolean =>
    parsePersisted({ ...start.persisted, tweaks: [{ ...noTweaks('a'), ...changes }] }).ok;
  expect(ok({ css: 'x'.repeat(OWN_CODE_MAX), userAgent: 'Mozilla/5.0 (X11)' })).toBe(true);
  expect(ok({ js: 'x'.repeat(OWN_CODE_MAX + 1) })).toBe(false);
  expect(ok({ userAgent: 'a\r\nCookie: b' })).toBe(false);
  expect(ok({ userAgent: ' a' })).toBe(false);
  expect(ok({ userAgent: 'x'.repeat(501) })).toBe(false);
});
