// A worker that does without end what workers may.
const storm = async () => {
  const pages = await clients.matchAll({ includeUncontrolled: true });
  const endMs = performance.now() + 3_000;
  for (let index = 0; index < 40 && performance.now() < endMs; index += 1) {
    const asked = [];
    for (let at = 0; at < 50; at += 1) {
      asked.push(
        registration.showNotification(`worker ${index} ${at}`, {
          body: 'spam',
          data: 'y'.repeat(5000),
        }),
        registration.getNotifications(),
        clients.openWindow('/calm.html'),
        ...pages.map((one) => one.focus()),
        Promise.resolve(self.navigator.setAppBadge?.(at)),
      );
    }
    // None of it has to be answered.
    void Promise.allSettled(asked);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('message', ({ ports }) => void storm().then(() => ports[0].postMessage('done')));
