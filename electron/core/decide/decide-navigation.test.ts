import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideNavigation, isOwnSite, type NavigationCause } from './decide-navigation';

const service = { url: 'https://chat.example.org/team' };
const recipe = { hosts: ['cdn.example.net'], signInHosts: ['login.example.com'] };
const here = 'https://chat.example.org/team/general';
const decide = (address: string, cause: NavigationCause, current = here) =>
  decideNavigation(address, cause, current, service, recipe);

describe('decideNavigation', () => {
  it.each<[string, NavigationCause, string, string]>([
    ['https://chat.example.org/other', 'navigate', 'in-view', 'own-site'],
    ['https://files.chat.example.org/x', 'navigate', 'in-view', 'own-site'],
    ['https://cdn.example.net/x', 'new-tab', 'child-window', 'own-site'],
    ['https://login.example.com/x', 'navigate', 'in-view', 'sign-in'],
    ['https://login.example.com/x', 'pop-up', 'child-window', 'sign-in'],
    ['https://accounts.google.com/o/oauth2/auth', 'navigate', 'in-view', 'sign-in'],
    ['https://id.company.test/realms/x/protocol', 'navigate', 'in-view', 'sign-in'],
    ['https://sso.company.test/anything', 'redirect', 'in-view', 'redirect'],
    ['https://news.example.com/a', 'navigate', 'open-outside', 'other-site'],
    ['https://news.example.com/a', 'new-tab', 'open-outside', 'other-site'],
    ['https://news.example.com/a', 'pop-up', 'child-window', 'pop-up'],
    ['https://github.com/a/b/pull/1', 'new-tab', 'open-outside', 'other-site'],
    ['https://notchat.example.org.evil.test/', 'navigate', 'open-outside', 'other-site'],
    ['mailto:a@example.org', 'navigate', 'open-outside', 'mail'],
    ['about:blank', 'pop-up', 'child-window', 'blank'],
    ['blob:https://chat.example.org/1-2', 'new-tab', 'child-window', 'own-site'],
    ['blob:https://evil.test/1-2', 'new-tab', 'refuse', 'scheme'],
    ['file:///etc/passwd', 'navigate', 'refuse', 'scheme'],
    ['file:///etc/passwd', 'redirect', 'refuse', 'scheme'],
    ['chrome://settings', 'navigate', 'refuse', 'scheme'],
    ['javascript:alert(1)', 'new-tab', 'refuse', 'scheme'],
    ['data:text/html,x', 'navigate', 'refuse', 'scheme'],
    ['view-source:https://chat.example.org', 'navigate', 'refuse', 'scheme'],
    ['devtools://devtools', 'new-tab', 'refuse', 'scheme'],
    ['app://foyer/index.html', 'navigate', 'refuse', 'scheme'],
    ['smb://host/share', 'new-tab', 'refuse', 'scheme'],
    ['ms-msdt:/id', 'new-tab', 'refuse', 'scheme'],
    ['http://', 'navigate', 'refuse', 'not-an-address'],
  ])('W1 W2 W3 W4 %s by %s: %s, %s', (address, cause, kind, reason) => {
    expect(decide(address, cause)).toEqual({ kind, reason });
  });

  it('W4 lets a sign-in elsewhere go on and come back', () => {
    expect(decide('https://idp.test/step2', 'navigate', 'https://idp.test/step1')).toEqual({
      kind: 'in-view',
      reason: 'sign-in',
    });
    expect(decide(here, 'navigate', 'https://idp.test/step2')).toEqual({
      kind: 'in-view',
      reason: 'own-site',
    });
  });

  it('W2 refuses an address of 10 MB without looking at it', () => {
    expect(decide(`https://chat.example.org/${'a'.repeat(10_000_000)}`, 'navigate')).toEqual({
      kind: 'refuse',
      reason: 'too-long',
    });
  });

  it('W2 takes only http and https into a view, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((rest) => `file:${rest}`),
        ),
        (address) => {
          const { kind } = decide(address, 'navigate');
          return (
            kind !== 'in-view' || address === '' || address === 'about:blank' || /^\s*https?:/i.test(address)
          );
        },
      ),
    );
  });

  it('W1 does not take a longer name for its own', () => {
    expect(isOwnSite('evilchat.example.org', service, recipe)).toBe(false);
    expect(isOwnSite('chat.example.org', service, recipe)).toBe(true);
  });
});
