// What a page can do without end, to keep us busy.
import { times, tried, frame, bigText } from './hostile-tools.js';

const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A picture of so many pixels that is small as a file, each another one. */
const picture = (side, index) => {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  context.fillStyle = `rgb(${index % 256} 80 90)`;
  context.fillRect(0, 0, side, side);
  return canvas.toDataURL('image/png');
};

/** Makes these the page's icons. */
const icon = (...hrefs) => {
  document.querySelectorAll('link[rel=icon]').forEach((one) => one.remove());
  const links = hrefs.map((href) => Object.assign(document.createElement('link'), { rel: 'icon', href }));
  document.head.append(...links);
};

export const stormActs = {
  'title-storm': async () => {
    for (let index = 0; index < 40; index += 1) {
      times(200, (at) => (document.title = `(${index}) ${at} storm`));
      document.title = `(${index}) ${bigText().slice(0, 1_000_000)}`;
      await rest(5);
    }
  },
  'history-storm': async () => {
    for (let index = 0; index < 20; index += 1) {
      times(100, (at) => tried(() => history.pushState({ at }, '', `#${index}-${at}`)));
      times(20, (at) => tried(() => (location.hash = `${index}-${at}`)));
      tried(() => history.go(-5));
      await rest(10);
    }
  },
  'message-storm': async () => {
    const big = bigText();
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    for (let index = 0; index < 5; index += 1) {
      postMessage({ kind: 'badge', text: big }, '*');
      tried(() => postMessage(deep, '*'));
      new BroadcastChannel('storm').postMessage(big);
      document.dispatchEvent(new CustomEvent('up', { detail: big }));
      await rest(10);
    }
  },
  'icon-storm': async () => {
    // The icon of a page with something unread is not looked at.
    await navigator.clearAppBadge();
    document.title = 'Storms';
    const pictures = times(8, (index) => picture(2000, index));
    for (let index = 0; index < 200; index += 1) {
      icon(pictures[index % pictures.length]);
      await rest(5);
    }
    icon(
      '/bomb.png',
      '/endless.png',
      'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>',
    );
    // Icons are looked at every three seconds at most.
    await rest(3_600);
  },
  'notification-icons': async () => {
    times(60, (index) => new Notification(`icon ${index}`, { icon: picture(2000, index) }));
    await rest(500);
  },
  'frame-storm': async () => {
    for (let index = 0; index < 10; index += 1) {
      const made = times(30, () => frame('about:blank'));
      await rest(10);
      made.forEach((one) => one.remove());
    }
  },
  'worker-storm': async () => {
    await navigator.serviceWorker.register('/storm-worker.js');
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    const over = new Promise((resolve) => port1.addEventListener('message', resolve));
    port1.start();
    active.postMessage('storm', [port2]);
    await over;
  },
  'scheme-storm': async () => {
    for (let index = 0; index < 300; index += 1) {
      location.href = `vscode://storm/${index}`;
      if (index % 20 === 0) await rest(5);
    }
  },
};
