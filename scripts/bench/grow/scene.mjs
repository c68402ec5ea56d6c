// @ts-check
import { constants } from 'node:fs';
import { cp, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { fail } from '../../lib/output.mjs';
import { connect } from '../cdp.mjs';
import { launch } from '../launch.mjs';
import { windowSize } from '../subjects.mjs';
import { letAllSleep, openWindow } from './host.mjs';

/** Who hosts the services: Foyer with their pages, Foyer that lets them sleep, bare views. @typedef {'awake' | 'asleep' | 'floor'} Host */
/** @typedef {import('../launch.mjs').Subject} Subject */
/** What the page of an account keeps once it is signed in. @typedef {(user: string) => Promise<Readonly<Record<string, string>>>} SignIn */

const channelCount = 50;
/** So that sign-ins are kept; the later of two switches holds. */
const keyRing = ['--password-store=gnome-libsecret'];
const seenId = 'seen';

/**
 * One chat server with an account for each service of each host, and where their sign-ins lie.
 * @typedef {{
 *   chatUrl: string,
 *   usersOf: (host: Host, count: number) => readonly string[],
 *   say: (user: string, text: string) => Promise<unknown>,
 *   socketCount: () => number,
 *   toSubject: (host: Host, count: number, how?: 'at-start') => Promise<Subject>,
 *   prime: () => Promise<void>,
 *   stop: () => Promise<void>,
 * }} Scene `toSubject`: with 'at-start' services of a sleeping host sleep from the start on
 */

/**
 * @param {{
 *   apps: Readonly<Record<import('../apps.mjs').AppName, string>>, env: NodeJS.ProcessEnv, folder: string, seenOrigin: string, most: number,
 * }} given `most` services a host has at most
 * @returns {Promise<Scene>}
 */
export async function startScene({ apps, env, folder, seenOrigin, most }) {
  const { startRocketChat } = await tsImport(
    '../../../e2e/servers/rocketchat/rocketchat.ts',
    import.meta.url,
  );
  const { companySeed } = await tsImport('../../../e2e/servers/rocketchat/company-seed.ts', import.meta.url);
  const { writeSeed, seedService } = await tsImport('../../../e2e/support/seed.ts', import.meta.url);
  const usersOf = (/** @type {Host} */ host, /** @type {number} */ count) =>
    Array.from({ length: count }, (_, index) => `${host}${index}`);
  const everybody = /** @type {const} */ (['awake', 'asleep', 'floor']).flatMap((host) =>
    usersOf(host, most),
  );
  const chat = await startRocketChat({ seed: companySeed(everybody, channelCount) });
  /** @type {string} */
  const chatUrl = chat.url;
  const primedOf = (/** @type {Host} */ host) => join(folder, `grow-primed-${host}`);
  const window = { bounds: { x: 0, y: 0, ...windowSize }, maximized: false };
  const seen = seedService({ id: seenId, recipeId: 'website', name: 'Page 1', url: `${seenOrigin}/1` });

  /** @param {string} profile @param {readonly object[]} services @param {readonly object[]} [credentials] */
  const seed = (profile, services, credentials = []) =>
    writeSeed(profile, { services: [seen, ...services], credentials, activeServiceId: seenId, window });
  const toServices = (/** @type {readonly string[]} */ users, /** @type {string} */ sleepMode) =>
    users.map((id) =>
      seedService({
        id,
        recipeId: 'rocketchat',
        name: `Company ${id}`,
        url: `${chatUrl}home`,
        sleepMode,
        listen: 'yes',
      }),
    );
  /** What listeners of services sign in with that sleep from the start on, sealed by the key ring. */
  const sealed = async () =>
    /** @type {{ serviceId: string }[]} */ (
      JSON.parse(await readFile(join(primedOf('asleep'), 'foyer.json'), 'utf8')).credentials
    );
  /** @param {string} name @param {string} profile @param {readonly string[]} urls @returns {Subject} */
  const toFloor = (name, profile, urls) => ({
    name,
    executable: apps.floor,
    args: [...keyRing, `--pages=${[`${seenOrigin}/1`, ...urls].join(',')}`],
    profile,
    isMain: (url) => url.startsWith('file:'),
    words: 'One window, one page',
    pageOrigin: seenOrigin,
    pageCount: 1,
  });
  // Two that run beside each other from the same files would share them, and look smaller.
  const sleeping = join(folder, 'foyer-asleep');
  await cp(dirname(apps.foyer), sleeping, { recursive: true, mode: constants.COPYFILE_FICLONE });
  /** @param {Host} host @param {string} name @param {string} profile @returns {Subject} */
  const toFoyer = (host, name, profile) => ({
    name,
    executable: host === 'asleep' ? join(sleeping, basename(apps.foyer)) : apps.foyer,
    args: keyRing,
    profile,
    isMain: (url) => url.startsWith('app:'),
    words: 'Page 1',
    pageOrigin: seenOrigin,
    pageCount: 1,
  });

  /** @type {SignIn} */
  const signIn = (user) => chat.storageFor(user);
  return {
    chatUrl,
    usersOf,
    say: (user, text) => chat.say(`${user},bob`, 'bob', text),
    socketCount: () => chat.instances[0].socketCount(),
    prime: async () => {
      for (const host of /** @type {const} */ (['awake', 'asleep', 'floor'])) {
        const users = usersOf(host, most);
        // No page of the chat's: a small one of its origin is enough to keep a sign-in.
        const urls = users.map((user) => `${chatUrl}api/info?user=${user}`);
        const profile = primedOf(host);
        if (host !== 'floor')
          seed(
            profile,
            users.map((id, index) => seedService({ id, recipeId: 'website', name: id, url: urls[index] })),
          );
        const subject = host === 'floor' ? toFloor('prime', profile, urls) : toFoyer(host, 'prime', profile);
        await keepSignIns(
          { ...subject, pageOrigin: `${chatUrl}api/info`, pageCount: most },
          env,
          folder,
          signIn,
        );
      }
      // Once heard, they are heard from the start on.
      const profile = primedOf('asleep');
      const users = usersOf('asleep', most);
      seed(profile, toServices(users, 'auto'));
      const running = await launch(toFoyer('asleep', 'prime', profile), env, folder, { keepsProfile: true });
      const window = await openWindow(running);
      await letAllSleep(window, users);
      await window.close();
      await running.stop();
      if ((await sealed()).length < most)
        fail('The desktop keeps no sign-ins', 'See whether gnome-keyring-daemon runs here.');
    },
    toSubject: async (host, count, how) => {
      const users = usersOf(host, count);
      const name = `${host} ${count}`;
      if (host === 'floor')
        return toFloor(
          name,
          primedOf(host),
          users.map(() => `${chatUrl}home`),
        );
      const profile = join(folder, `grow-${host}-${count}-${how ?? ''}`);
      const kept = new Set([seenId, ...users].map((id) => `service-${id}`));
      const partitions = join(primedOf(host), 'Partitions');
      await rm(profile, { recursive: true, force: true });
      await cp(primedOf(host), profile, {
        recursive: true,
        // What is not in the list of services would be deleted at the start.
        filter: (path) =>
          !path.startsWith(`${partitions}/`) ||
          kept.has(path.slice(partitions.length + 1).split('/')[0] ?? ''),
      });
      const isAtStart = how === 'at-start' && host === 'asleep';
      const sleepMode = host === 'awake' ? 'awake' : isAtStart ? 'asleep-at-start' : 'auto';
      const known = new Set(users);
      const credentials = isAtStart ? (await sealed()).filter(({ serviceId }) => known.has(serviceId)) : [];
      seed(profile, toServices(users, sleepMode), credentials);
      return toFoyer(host, name, profile);
    },
    stop: () => chat.stop(),
  };
}

/**
 * Starts it once and puts the sign-in of each account where its page finds it.
 * @param {Subject} subject @param {NodeJS.ProcessEnv} env @param {string} folder @param {SignIn} signIn
 */
async function keepSignIns(subject, env, folder, signIn) {
  const running = await launch(subject, env, folder, { keepsProfile: true });
  try {
    for (const page of (await running.pages()).filter(({ url }) => url.startsWith(subject.pageOrigin))) {
      const entries = await signIn(new URL(page.url).searchParams.get('user') ?? '');
      const connection = await connect(page);
      await connection.evaluate(
        `Object.entries(${JSON.stringify(entries)}).forEach(([name, value]) => localStorage.setItem(name, value))`,
      );
      await connection.close();
    }
  } finally {
    await running.stop();
  }
}
