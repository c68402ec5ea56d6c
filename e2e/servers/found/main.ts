import { startIrcd } from '../ircd.js';
import { startLounge } from '../lounge.js';
import { startMattermost } from '../mattermost/mattermost.js';
import { startRocketChat } from '../rocketchat/rocketchat.js';
import { startJsonChats } from '../../support/json-chats.js';
import { startSite } from '../../support/site.js';

const CHECK_PARENT_MS = 500;

/** Five kinds of server. Prints one line of JSON, `[{"address", "words"}]`, and runs until the process that started it ends it. */
async function main(): Promise<void> {
  const parent = process.ppid;
  const ended = new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
    setInterval(() => process.ppid !== parent && resolve(), CHECK_PARENT_MS).unref();
  });
  const ircd = await startIrcd();
  const [lounge, rocketChat, mattermost, chats, site] = await Promise.all([
    startLounge({ ircd }),
    startRocketChat({ rootPath: '/chat' }),
    startMattermost(),
    startJsonChats(),
    startSite(),
  ]);
  const found = [
    { address: `${rocketChat.url}channel/general`, words: 'Rocket.Chat 8.1 at' },
    { address: mattermost.url, words: 'Mattermost' },
    { address: new URL(lounge.workerUrl).host, words: 'The Lounge at' },
    { address: chats.addressOf('element'), words: 'Element 1.11.86 at' },
    { address: site.addressOf('ann'), words: 'A website at' },
  ];
  process.stdout.write(`${JSON.stringify(found)}\n`);
  await ended;
  await Promise.all([rocketChat.stop(), mattermost.stop(), lounge.stop(), chats.stop(), site.stop()]);
  await ircd.stop();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
    process.exit(1);
  },
);
