import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Listen } from '../../recipes/listening';
import { listenTo } from './hub.test-support';
import type { FromListeners } from './protocol';
import { serveListeners } from './serve';

function serve(listen: Listen) {
  const posted: FromListeners[] = [];
  const seen = { hasEnded: false, reject: (_error: unknown): void => undefined };
  const receive = serveListeners({
    listenerOf: () => Promise.resolve(listen),
    post: (message) => posted.push(message),
    exit: () => {
      seen.hasEnded = true;
    },
    onRejection: (hear) => {
      seen.reject = hear;
    },
  });
  return { posted, seen, receive };
}

it('J9 what a listener throws where nobody waits for it is its own loss; what is nobody’s is logged without its words', async () => {
  const { posted, seen, receive } = serve(() => {
    // As the system tells of a rejection: in the context of whoever made the promise.
    void wait(1).then(() => seen.reject(new Error('no such field')));
    return () => undefined;
  });
  receive(listenTo('one'));
  await expect.poll(() => posted.at(-1)).toMatchObject({ state: 'lost', reason: 'no such field' });
  seen.reject(new TypeError('tok-3n'));
  expect(posted.at(-1)).toEqual({ kind: 'bug', text: 'TypeError' });
  receive({ kind: 'unlisten', serviceId: 'one' });
});

it('J12 J13 the process asks main and is answered, says that it is there, and ends when it is told to', async () => {
  const { posted, seen, receive } = serve((start, port) => {
    port.request({ url: start.url }).catch((error: Error) => port.end('lost', error.message));
    return () => undefined;
  });
  receive(listenTo('one'));
  await expect.poll(() => posted.at(-1)).toMatchObject({ kind: 'ask-route', url: 'https://chat.example/' });
  const asked = posted.at(-1);
  receive({ kind: 'route', id: asked?.kind === 'ask-route' ? asked.id : 0, route: undefined });
  await expect.poll(() => posted.at(-1)).toMatchObject({ state: 'lost', reason: 'network' });
  receive({ kind: 'are-you-there' });
  expect(posted.at(-1)).toEqual({ kind: 'here' });
  receive({ kind: 'end' });
  expect(seen.hasEnded).toBe(true);
});
