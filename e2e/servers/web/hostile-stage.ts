import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { startStage, type Stage } from './stage.js';

/** Longest a command of the shell may take while a page storms. */
const ANSWER_MS = 250;

/** The app with a hostile service among others. */
export interface HostileStage extends Stage {
  /** The page of the hostile service. */
  readonly hostile: Page;
  /** Where downloads go. */
  readonly downloads: string;
  /** Forgets the log so far. */
  readonly forgetLog: () => void;
  /** Waits until the log says so. */
  readonly refused: (what: RegExp) => Promise<void>;
  /** Waits until the log told of so many refusals of that kind. */
  readonly refusedTimes: (what: string, least: number, most: number) => Promise<void>;
  /** Lets the page do an act and gives what it reports in the end; the shell and others go on meanwhile. */
  readonly act: (name: string, more?: string) => Promise<string>;
  /** Switching services is quick, and another service's notification arrives. */
  readonly goesOn: (during: string) => Promise<void>;
}

/** Starts the app with `calm`, `hostile` and `victim` at one address, `calm` on top. */
export async function startHostileStage(): Promise<HostileStage> {
  const downloads = await mkdtemp(join(tmpdir(), 'foyer-downloads-'));
  const stage = await startStage({
    services: (web) => ({
      calm: `${web.own}/calm.html?name=calm`,
      hostile: `${web.own}/hostile.html`,
      victim: `${web.own}/calm.html?name=victim`,
    }),
    routes: {
      '/file': (_request, response) =>
        response.writeHead(200, { 'content-disposition': 'attachment; filename="storm.txt"' }).end('x'),
      '/to': (request, response) =>
        response
          .writeHead(302, { location: decodeURIComponent((request.url ?? '').split('?')[1] ?? '') })
          .end(),
      '/circle': (_request, response) =>
        response.writeHead(302, { location: `/circle?${Math.random()}` }).end(),
    },
    settings: { downloads: { kind: 'folder', folder: downloads } },
    args: ['--use-fake-device-for-media-stream'],
  });
  const hostile = await stage.page('hostile.html');
  for (const name of ['calm', 'victim']) await stage.web.reports.find((one) => one.from === name);
  const log = { from: 0 };

  const goesOn = async (during: string): Promise<void> => {
    const took: number[] = [];
    for (const serviceId of ['victim', 'hostile', 'victim', 'hostile', 'calm']) {
      took.push(await stage.timeOfSwitching(serviceId));
    }
    // One or two slow answers of five may be this machine's; three are ours.
    expect(took.toSorted((a, b) => a - b)[2], `of ${took.map(Math.round).join()} ms`).toBeLessThan(ANSWER_MS);
    const news = `news during ${during} ${performance.now()}`;
    stage.web.tell('calm', news);
    await stage.desktop.findNotification((one) => one.title.startsWith(news), 5000);
  };
  return {
    ...stage,
    hostile,
    downloads,
    goesOn,
    forgetLog: () => {
      log.from = stage.foyer.log().length;
    },
    refused: (what) =>
      expect.poll(() => stage.foyer.log().slice(log.from), { message: 'the log' }).toMatch(what),
    refusedTimes: (what, least, most) =>
      expect
        .poll(() => {
          const lines = [
            ...stage.foyer
              .log()
              .slice(log.from)
              .matchAll(/refused: (.*?) x(\d+) of hostile/g),
          ];
          // The log has a line for each second.
          const count = lines.reduce(
            (sum, [, kind, times]) => (kind === what ? sum + Number(times) : sum),
            0,
          );
          return count >= least && count <= most ? 'as many' : count;
        })
        .toBe('as many'),
    act: async (name, more = '') => {
      const after = stage.web.reports.items.length;
      await hostile.goto(`${stage.web.own}/hostile.html?act=${name}${more}`, { waitUntil: 'commit' });
      await goesOn(name);
      return (await stage.web.reports.find((one) => one.from === name, { after })).what;
    },
    stop: async () => {
      await stage.stop();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}
