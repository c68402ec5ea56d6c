import { expect } from '@playwright/test';
import type { RefusedCertificate } from '../../electron/core/model/certificate-trust.js';
import { aCertificate, aRefused, aTrusted } from '../../electron/core/trust.test-support.js';
import type { Screen } from './axe-screens.js';
import { aService } from './shell-fixtures.js';

const DAY_MS = 86_400_000;
const place = 'chat.example.org:8443';
const certificate = aCertificate({
  fingerprint: 'sha256/2jmj7l5rSw0yVb/vlWAYkK/YBwk2vqGxh1V0Hq8k5xE=',
  subject: 'chat.example.org',
  issuer: 'chat.example.org',
  validFrom: Date.now() - 400 * DAY_MS,
  validTo: Date.now() - DAY_MS,
});
const problems = ['self-signed', 'expired'] as const;
const trusted = aTrusted({ place, sinceMs: Date.now() - 90 * DAY_MS });

const failing = (refused: RefusedCertificate) => ({
  services: [
    aService('team', {
      name: 'Team chat',
      canGoBack: true,
      attempt: 1,
      load: {
        kind: 'failed' as const,
        failure: { kind: 'certificate' as const, code: 'ERR_CERT', host: place, certificate: refused },
        attempt: 1,
        retryAtMs: Date.now() + 60_000,
      },
    }),
  ],
});
const once = aRefused({ place, certificate, problems });
const changed = aRefused({ place, certificate, problems, trusted });

const team = aService('team', { name: 'Team chat' });
const login = {
  kind: 'login',
  id: 'q1',
  serviceId: 'team',
  host: 'chat.example.org',
  place: 'chat.example.org:443',
  realm: 'Staff only',
  isProxy: false,
  protocol: 'https:',
  scheme: 'basic',
  again: false,
  canKeep: true,
} as const;
const kept = {
  serviceId: 'team',
  realm: 'Staff only',
  isProxy: false,
  protocol: 'https:',
  scheme: 'basic',
  sinceMs: Date.now() - DAY_MS,
} as const;
const choice = (name: string, issuer: string) => ({
  fingerprint: `sha256/${name}`,
  subject: name,
  issuer,
  validToMs: Date.now() + 200 * DAY_MS,
});

/** All that asks and tells whom the person trusts, and what is kept of it. */
export const trustScreens: readonly Screen[] = [
  { name: 'T2 a certificate that was refused', projection: failing(once) },
  { name: 'T4 a certificate that has changed', projection: failing(changed) },
  {
    name: 'T3 a certificate to be trusted',
    projection: failing(changed),
    go: async (page) => {
      await page.getByRole('button', { name: 'Trust this certificate' }).press('Enter');
      await expect(page.getByRole('checkbox', { name: /changed/ })).toBeFocused();
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await expect(page.getByRole('checkbox', { name: /out of date/ })).toBeChecked();
    },
  },
  {
    name: 'T8 the certificates that are trusted',
    projection: {
      page: 'settings',
      certificates: [
        trusted,
        aTrusted({ place: 'wiki.example.org:443', fingerprint: certificate.fingerprint }),
      ],
    },
    go: (page) => page.getByRole('textbox', { name: 'Search settings' }).fill('trust'),
  },
  {
    name: 'W14 T20 a name and password that can be kept',
    projection: { services: [team], prompts: [login] },
    go: async (page) => {
      await page.getByRole('textbox', { name: 'Password' }).fill('correct horse');
      await page.getByRole('checkbox').check();
    },
  },
  {
    name: 'W14 T22 a proxy asks again, in the open',
    projection: {
      services: [team],
      prompts: [{ ...login, host: 'proxy.example.org:3128', isProxy: true, protocol: 'http:', again: true }],
    },
    go: (page) => expect(page.getByRole('textbox', { name: 'Password' })).toBeVisible(),
  },
  {
    name: 'T30 certificates of the person’s own to choose from',
    projection: {
      services: [team],
      prompts: [
        {
          kind: 'own-certificate',
          id: 'q2',
          serviceId: 'team',
          place,
          choices: [
            choice('Ada Lovelace', 'Example Company CA'),
            choice('ada@example.org', 'Mail authority'),
          ],
        },
      ],
    },
    go: (page) => page.getByRole('radio', { name: /Ada Lovelace/ }).check(),
  },
  {
    name: 'T20 T31 what is kept of names, passwords and certificates of one’s own',
    projection: {
      page: 'settings',
      services: [team],
      ownCertificates: [
        {
          serviceId: 'team',
          place,
          fingerprint: 'sha256/a',
          subject: 'Ada Lovelace',
          sinceMs: Date.now() - DAY_MS,
        },
      ],
      logins: [
        { ...kept, place: 'chat.example.org:443' },
        { ...kept, place: 'proxy.example.org:3128', isProxy: true, realm: '', protocol: '' },
      ],
    },
    // What belongs together is found by any of its words.
    go: async (page) => {
      await page.getByRole('textbox', { name: 'Search settings' }).fill('example.org');
      await expect(page.getByRole('listitem')).toHaveCount(3);
    },
  },
];
