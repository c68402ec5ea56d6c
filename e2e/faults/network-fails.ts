import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { command } from '../support/inbox.js';
import type { Fault } from './fault.js';
import { holdingsOf, lostOf } from './holdings.js';
import { addressBytes, comeUp, goDown, leadOn, V4, V6 } from './link.js';
import { startNames } from './names.js';
import { loaded, people, type Person, show, type Stand, toService, troubleOf, watchOthers } from './stand.js';

const NAME = 'chat.foyer.test';
/** An address that nobody has. */
const NOBODY = [10, 86, 0, 9] as const;

/** A person's page as it is reached at that host and port. */
const addressAt = (id: Person, host: string, port: number): string =>
  `http://${host}:${port}/calm.html?name=${id}&ground=${encodeURIComponent(people[id])}`;

/** All three at the link, rather than at loopback. */
const atLink = (stand: Stand) =>
  (['ann', 'bob', 'cat'] as const).map((id) => toService(stand.web, id, addressAt(id, V4, stand.web.port)));

/** Without TLS only loopback may notify; here the link may, too. */
const trusting = (stand: Stand): readonly string[] => [
  `--unsafely-treat-insecure-origin-as-secure=http://${V4}:${stand.web.port}`,
];

/** Starts with Cat at an address of its own, Ann and Bob at loopback. */
async function startWithCatAt(stand: Stand, url: string) {
  const after = stand.web.reports.items.length;
  const services = [
    toService(stand.web, 'ann'),
    toService(stand.web, 'bob'),
    toService(stand.web, 'cat', url),
  ];
  const foyer = await stand.start({ kept: { services } });
  for (const id of ['ann', 'bob']) await loaded(stand.web, id, after);
  return foyer;
}

const down: Fault = {
  id: 'network-down',
  title: 'the network goes away for a while, and a page is loaded meanwhile',
  group: 'network',
  cost: 'nightly',
  needs: 'own-network',
  run: async (stand) => {
    const after = stand.web.reports.items.length;
    const foyer = await stand.start({ args: trusting(stand), kept: { services: atLink(stand) } });
    for (const id of ['ann', 'bob', 'cat']) await loaded(stand.web, id, after);
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    await goDown();
    await show(foyer, 'cat');
    await command(foyer.shell, 'service.reload', { serviceId: 'cat', fromStartPage: true });
    await expect(troubleOf(foyer, /You are offline/)).toContainText('as soon as the connection is back');
    const sinceUp = stand.web.reports.items.length;
    const upMs = performance.now();
    await comeUp('v4');
    await loaded(stand.web, 'cat', sinceUp);
    const recoverMs = performance.now() - upMs;
    await expect(troubleOf(foyer, /You are offline/)).toHaveCount(0);
    // They hear that the network is back, and connect anew.
    for (const id of ['ann', 'bob']) await loaded(stand.web, id, sinceUp);
    await othersGoOn();
    return {
      seen: '“You are offline. Your place is kept”; it loads by itself when the network is back',
      recoverMs: [recoverMs],
      lost: lostOf(before, await holdingsOf(foyer)),
    };
  },
};

const FLAPS = 10;
const FLAP_MS = 250;

const flapping: Fault = {
  id: 'network-flapping',
  title: `the network goes and comes ${FLAPS} times`,
  group: 'network',
  cost: 'nightly',
  needs: 'own-network',
  run: async (stand) => {
    const after = stand.web.reports.items.length;
    const foyer = await stand.start({ args: trusting(stand), kept: { services: atLink(stand) } });
    for (const id of ['ann', 'bob', 'cat']) await loaded(stand.web, id, after);
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    const asked = () => stand.web.requests.items.filter((path) => path.includes('calm.html?name=cat')).length;
    const askedBefore = asked();
    await goDown();
    await command(foyer.shell, 'service.reload', { serviceId: 'cat', fromStartPage: true });
    for (let flap = 0; flap < FLAPS; flap += 1) {
      await pause(FLAP_MS);
      await comeUp('v4');
      await pause(FLAP_MS);
      await goDown();
    }
    const sinceUp = stand.web.reports.items.length;
    const upMs = performance.now();
    await comeUp('v4');
    await command(foyer.shell, 'service.reload', { serviceId: 'cat', fromStartPage: true });
    await loaded(stand.web, 'cat', sinceUp);
    const recoverMs = performance.now() - upMs;
    // It is tried when the network is back, not all the time.
    expect(asked() - askedBefore).toBeLessThanOrEqual(FLAPS + 4);
    for (const id of ['ann', 'bob']) await loaded(stand.web, id, sinceUp);
    await othersGoOn();
    return {
      seen: 'the page of the moment; it is tried once each time',
      recoverMs: [recoverMs],
      lost: lostOf(before, await holdingsOf(foyer)),
    };
  },
};

const wrongName: Fault = {
  id: 'dns-wrong',
  title: 'the name of a server is unknown, then leads to the wrong machine, then to the right one',
  group: 'network',
  cost: 'nightly',
  needs: 'own-network',
  run: async (stand) => {
    const names = await startNames();
    await comeUp('v4');
    try {
      const foyer = await startWithCatAt(stand, addressAt('cat', NAME, stand.web.port));
      const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
      const before = await holdingsOf(foyer);
      await show(foyer, 'cat');
      await expect(troubleOf(foyer, /chat\.foyer\.test:\d+ was not found/)).toContainText(
        'connect to that first',
      );
      const tryNow = () => troubleOf(foyer, /chat\.foyer\.test/).getByRole('button', { name: 'Try now' });
      names.known.set(NAME, { v4: NOBODY });
      await tryNow().click();
      await expect(troubleOf(foyer, /chat\.foyer\.test:\d+ (?:did not|took too)/)).toBeVisible({
        timeout: 20_000,
      });
      names.known.set(NAME, { v4: addressBytes.v4 });
      const after = stand.web.reports.items.length;
      const triedMs = performance.now();
      await tryNow().click();
      await loaded(stand.web, 'cat', after);
      const recoverMs = performance.now() - triedMs;
      await othersGoOn();
      return {
        seen: '“chat.foyer.test was not found”, then that it did not answer; “Try now” asks for the name anew',
        recoverMs: [recoverMs],
        lost: lostOf(before, await holdingsOf(foyer)),
      };
    } finally {
      await stand.quit();
      names.stop();
    }
  },
};

const onlyV6: Fault = {
  id: 'network-ipv6-only',
  title: 'the network becomes one that speaks IPv6 alone',
  group: 'network',
  cost: 'nightly',
  needs: 'own-network',
  run: async (stand) => {
    const names = await startNames();
    await comeUp('v4', 'v6');
    const door = await leadOn(V6, stand.web.port);
    try {
      const foyer = await startWithCatAt(stand, addressAt('cat', NAME, door.port));
      const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
      const before = await holdingsOf(foyer);
      await goDown();
      names.known.set(NAME, { v6: addressBytes.v6 });
      const after = stand.web.reports.items.length;
      const upMs = performance.now();
      await comeUp('v6');
      await loaded(stand.web, 'cat', after);
      const recoverMs = performance.now() - upMs;
      await othersGoOn();
      return { seen: 'its page', recoverMs: [recoverMs], lost: lostOf(before, await holdingsOf(foyer)) };
    } finally {
      await stand.quit();
      names.stop();
      await door.stop();
      await goDown();
      await comeUp('v4');
    }
  },
};

const portal: Fault = {
  id: 'captive-portal',
  title: 'a captive portal answers in every server’s place until one signs in to it',
  group: 'network',
  cost: 'nightly',
  run: async (stand) => {
    const foyer = await stand.foyer();
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    await show(foyer, 'cat');
    const { foreign } = stand.web;
    stand.web.comeBetween((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
      if (pathname === '/portal/in') {
        stand.web.comeBetween(undefined);
        return void response.writeHead(302, { location: searchParams.get('back') ?? '/' }).end();
      }
      const back = encodeURIComponent(`${stand.web.own}${request.url}`);
      if (pathname !== '/portal')
        return void response.writeHead(302, { location: `${foreign}/portal?back=${back}` }).end();
      response.setHeader('content-type', 'text/html; charset=utf-8');
      const to = `/portal/in?back=${encodeURIComponent(searchParams.get('back') ?? '/')}`;
      response.end(`<!doctype html><title>Wi-Fi</title><a href="${to}">Sign in to the network</a>`);
    });
    try {
      await command(foyer.shell, 'service.reload', { serviceId: 'cat', fromStartPage: true });
      const page = await foyer.servicePage('/portal');
      const signIn = page.getByRole('link', { name: 'Sign in to the network' });
      await expect(signIn).toBeVisible();
      const after = stand.web.reports.items.length;
      const signedMs = performance.now();
      await signIn.click();
      await loaded(stand.web, 'cat', after);
      const recoverMs = performance.now() - signedMs;
      for (const id of ['ann', 'bob'] as const) await expect.poll(() => stand.web.isHeardBy(id)).toBe(true);
      await othersGoOn();
      return {
        seen: 'the portal’s own page in the place of the one that was loaded; signed in there, the service',
        recoverMs: [recoverMs],
        lost: lostOf(before, await holdingsOf(foyer)),
      };
    } finally {
      stand.web.comeBetween(undefined);
    }
  },
};

export const networkFaults: readonly Fault[] = [down, flapping, portal, wrongName, onlyV6];
