import process from 'node:process';
import { createFaults } from '../../lib/faults.js';
import { runUntilEnded } from '../../lib/run-until-ended.js';
import { createHappenings } from '../../web/happenings.js';
import { createChat } from '../chat/chat.js';
import { openRedisKeeper } from '../chat/redis-keeper.js';
import { type ProcessWishes, toCountLine } from './instance-process.js';
import { startInstance } from './instance.js';
import { createPageHost } from './page-host.js';
import { troubleWords } from './trouble.js';

/** One instance of a Rocket.Chat, as a process of its own. SIGUSR2 cuts its WebSockets. */
runUntilEnded('An instance of Rocket.Chat', async () => {
  const { redisPort, config, ...own } = JSON.parse(process.argv[2] ?? '{}') as ProcessWishes;
  const keeper = await openRedisKeeper(redisPort);
  const instance = await startInstance({
    ...own,
    chat: createChat(keeper),
    rootPath: config.rootPath,
    pages: createPageHost(config),
    faults: createFaults(troubleWords),
    limiter: undefined,
    tls: undefined,
    requests: createHappenings<string>(),
    onSocketCount: (count) => process.stdout.write(toCountLine(count)),
  });
  process.on('SIGUSR2', () => instance.dropSockets());
  return {
    said: { port: own.port },
    stop: async () => {
      await instance.halt();
      keeper.close();
    },
  };
});
