const heard = [];
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

const describe = (notification) => ({
  title: notification.title,
  body: notification.body,
  tag: notification.tag,
  data: notification.data,
  isNotification: notification instanceof Notification,
});
const tell = async (what) => {
  heard.push(what);
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) client.postMessage(what);
};
const order = {
  async show(given) {
    return String(await self.registration.showNotification(given.title, given.options));
  },
  // What The Lounge's worker does.
  async replaceByTag(given) {
    const old = await self.registration.getNotifications({ tag: given.options.tag });
    for (const notification of old) notification.close();
    await self.registration.showNotification(given.title, given.options);
    return old.length;
  },
  async list(given) {
    return (await self.registration.getNotifications(given.filter)).map(describe);
  },
  async badge(given) {
    return String(await navigator.setAppBadge(given.count));
  },
  async construct() {
    return new Notification('x');
  },
  async openNow(given) {
    return self.clients.openWindow(given.url);
  },
  async toString() {
    return String(self.registration.showNotification).includes('[native code]');
  },
};
self.addEventListener('message', (event) => {
  const { ask, ...given } = event.data;
  event.waitUntil(
    order[ask](given).then(
      (answer) => event.ports[0].postMessage({ answer }),
      (error) => event.ports[0].postMessage({ error: `${error.name}: ${error.message}` }),
    ),
  );
});
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(
    (async () => {
      const told = {
        type: event.type,
        action: event.action,
        reply: event.reply,
        isNotificationEvent: event instanceof NotificationEvent,
        notification: describe(event.notification),
      };
      const clients = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
      if (event.action === 'open') await self.clients.openWindow('/blank.html?opened');
      else if (clients.length > 0) await clients[0].focus();
      await tell(told);
    })(),
  );
});
self.addEventListener('notificationclose', (event) => {
  event.waitUntil(tell({ type: event.type, notification: describe(event.notification) }));
});
