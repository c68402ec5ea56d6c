import { expect } from '@playwright/test';
import { aTrusted } from '../../electron/core/trust.test-support.js';
import { startTlsServer } from '../servers/web/tls-server.js';
import { makeIdentity } from '../support/certificates.js';
import { command } from '../support/inbox.js';
import type { Fault } from './fault.js';
import { holdingsOf, lostOf } from './holdings.js';
import { show, toService, troubleOf, watchOthers } from './stand.js';

const HOST = '127.0.0.1';
const DAY_MS = 86_400_000;

const expired: Fault = {
  id: 'certificate-expired',
  title: 'in mid-session a server comes with a certificate that has expired',
  group: 'network',
  cost: 'nightly',
  run: async (stand) => {
    const good = makeIdentity({ name: HOST, hosts: [HOST] });
    const old = makeIdentity({
      name: HOST,
      hosts: [HOST],
      validFromMs: Date.now() - 90 * DAY_MS,
      validToMs: Date.now() - DAY_MS,
    });
    const tls = await startTlsServer(good);
    const place = `${HOST}:${tls.port}`;
    const { fingerprint } = good;
    try {
      const cat = toService(stand.web, 'cat', tls.url);
      const foyer = await stand.start({
        kept: {
          services: [toService(stand.web, 'ann'), toService(stand.web, 'bob'), cat],
          certificates: [aTrusted({ place, fingerprint, subject: HOST, issuer: HOST })],
        },
      });
      const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
      const page = await foyer.servicePage(tls.url);
      await expect(page).toHaveTitle('Inside connected fetched');
      const before = await holdingsOf(foyer);
      await show(foyer, 'cat');
      const reload = () => command(foyer.shell, 'service.reload', { serviceId: 'cat', fromStartPage: true });
      tls.become(old);
      const asked = tls.requests.items.length;
      await reload();
      const warning = troubleOf(foyer, /The certificate of 127\.0\.0\.1:\d+ has changed/);
      await expect(warning).toContainText('Nothing was sent to it');
      expect(tls.requests.items.length).toBe(asked);
      await othersGoOn();
      tls.become(good);
      const renewedMs = performance.now();
      await reload();
      await expect.poll(() => tls.openSockets()).toBe(1);
      const recoverMs = performance.now() - renewedMs;
      await expect(warning).toHaveCount(0);
      await othersGoOn();
      return {
        seen: '“The certificate has changed”, and that nothing was sent',
        recoverMs: [recoverMs],
        lost: lostOf(before, await holdingsOf(foyer)),
      };
    } finally {
      await stand.quit();
      await tls.stop();
    }
  },
};

export const certificateFaults: readonly Fault[] = [expired];
