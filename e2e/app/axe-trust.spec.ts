import { expect } from '@playwright/test';
import type { RefusedCertificate } from '../../electron/core/model/certificate-trust.js';
import { aCertificate, aRefused, aTrusted } from '../../electron/core/trust.test-support.js';
import { readScreens } from '../support/axe-screens.js';
import { aService } from '../support/shell-fixtures.js';

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

readScreens([
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
]);
