import { fork } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { timers } from '../timers';
import { createInbox } from './create-inbox';
import type { InboxProcess } from './inbox-link';
import type { FromInbox, ToInbox } from './protocol';
import { serveInbox } from './serve';

/**
 * The app that `inbox-process.test.ts` kills and starves: main's side of the inbox, and the process of the inbox as its
 * child. Says `added n ms` for each entry, `kept n` when all up to it are on the disk, and `health …`.
 */
const [, file = '', folder = '', role = 'main', key = '', count = '0'] = process.argv;

function startProcess(): InboxProcess {
  const child = fork(file, [folder, 'engine', key], { serialization: 'advanced' });
  // Its end may come while something is sent.
  child.on('error', () => undefined);
  return {
    post: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromInbox)),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  };
}

function serve(): void {
  const receive = serveInbox({
    post: (message) => void process.send?.(message),
    exit: () => process.disconnect(),
    pause: () => setImmediate(),
  });
  process.on('message', (message) => receive(message as ToInbox));
  process.on('disconnect', () => process.exit());
}

async function addUntilKilled(): Promise<void> {
  const say = (...words: readonly unknown[]): void => void process.stdout.write(`${words.join(' ')}\n`);
  const inbox = createInbox({
    ...timers,
    folder,
    start: startProcess,
    openKey: () => ({ kind: 'good', key, seal: { kind: 'sealed' }, isNew: false }),
    onSetAside: (told) => say('set-aside', JSON.stringify(told)),
    onBug: (text) => say('bug', text),
  });
  inbox.onHealth((health) => say('health', JSON.stringify(health)));
  const before = await inbox.count({});
  for (let index = before; index < before + Number(count); index += 1) {
    inbox.add({
      key: String(index),
      atMs: index,
      serviceId: 'work',
      serviceName: 'Work',
      channelId: 'general',
      channelName: 'General',
      channelKind: 'public',
      sender: 'Ada',
      title: 'Ada',
      body: `entry ${index} ${'of some length '.repeat(10)}`,
      tag: '',
      messageId: null,
      mention: 'none',
      decision: 'show',
      reason: 'wanted',
      from: null,
      trail: [],
      isRead: false,
    });
    say('added', index, Date.now());
    if (index % 100 === 0)
      void inbox.flush().then(
        () => say('kept', index),
        () => undefined,
      );
    // About one in a millisecond.
    if (index % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const keepTrying = (): void =>
    void inbox.flush().then(
      () => say('all', before + Number(count)),
      () => setTimeout(keepTrying, 200),
    );
  keepTrying();
}

if (role === 'engine') serve();
else await addUntilKilled();
