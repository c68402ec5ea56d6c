import { startIrcd } from '../ircd.js';
import { runUntilEnded } from '../lib/run-until-ended.js';
import { startLounge } from '../lounge.js';
import { startMattermost } from '../mattermost/mattermost.js';
import { startRocketChat } from '../rocketchat/rocketchat.js';
import { startJsonChats } from '../../support/json-chats.js';
import { startSite } from '../../support/site.js';

/** Five kinds of server; the line it prints is `[{"address", "words"}]`. */
runUntilEnded('The servers to be found', async () => {
  const ircd = await startIrcd();
  const [lounge, rocketChat, mattermost, chats, site] = await Promise.all([
    startLounge({ ircd }),
    startRocketChat({ rootPath: '/chat' }),
    startMattermost(),
    startJsonChats(),
    startSite(),
  ]);
  const said = [
    { address: `${rocketChat.url}channel/general`, words: 'Rocket.Chat 8.1 at' },
    { address: mattermost.url, words: 'Mattermost' },
    { address: new URL(lounge.workerUrl).host, words: 'The Lounge at' },
    { address: chats.addressOf('element'), words: 'Element 1.11.86 at' },
    { address: site.addressOf('ann'), words: 'A website at' },
  ];
  const stop = async (): Promise<void> => {
    await Promise.all([rocketChat.stop(), mattermost.stop(), lounge.stop(), chats.stop(), site.stop()]);
    await ircd.stop();
  };
  return { said, stop };
});
