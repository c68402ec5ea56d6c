// Questions, frames, dialogs, redirects, downloads, focus.
import { query, foreign, times, tried, settled, frame } from './hostile-tools.js';

export const slyActs = {
  permissions: async () => {
    const media = () => navigator.mediaDevices.getUserMedia({ video: true });
    const asked = [
      ...times(
        300,
        () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
      ...times(300, media),
      ...times(50, () => navigator.requestMIDIAccess({ sysex: true })),
      ...times(50, () => navigator.clipboard.readText()),
      ...times(50, () => Notification.requestPermission()),
    ];
    frame('/frame.html?asks=media', 'camera; microphone; geolocation');
    frame(`${foreign}/frame.html?asks=media`, 'camera; microphone; geolocation');
    const answers = await Promise.all(asked.slice(0, 600).map(settled));
    return `granted:${answers.filter((answer) => answer === 'granted').length}`;
  },
  never: async () =>
    JSON.stringify({
      hid: await settled(Promise.resolve().then(() => navigator.hid.requestDevice({ filters: [] }))),
      usb: await settled(Promise.resolve().then(() => navigator.usb.requestDevice({ filters: [] }))),
      screen: await settled(navigator.mediaDevices.getDisplayMedia()),
      pointer: await settled(Promise.resolve().then(() => document.body.requestPointerLock())),
      full: await settled(document.documentElement.requestFullscreen()),
    }),
  'foreign-frame': async () => {
    frame(`${foreign}/frame.html?asks=all`, 'camera; geolocation; notifications');
  },
  dialogs: async () => {
    addEventListener('beforeunload', (event) => {
      event.preventDefault();
      event.returnValue = 'stay';
    });
    times(50, () => {
      alert('a storm');
      confirm('a storm');
      tried(() => prompt('a storm'));
    });
  },
  print: async () => void times(20, () => print()),
  'client-redirects': async () => {
    const left = Number(query.get('left') ?? 40);
    if (left > 0) location.replace(`?act=client-redirects&left=${left - 1}`);
    times(300, (index) => tried(() => history.pushState({}, '', `?act=client-redirects&left=0&at=${index}`)));
    return left > 0 ? 'going' : 'end';
  },
  downloads: async () => {
    times(60, (index) => frame(`/file?${index}`));
    times(60, (index) => {
      const link = document.createElement('a');
      link.href = `/file?${index}`;
      link.download = 'storm.txt';
      link.click();
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
  },
  focus: async () => {
    for (let index = 0; index < 200; index += 1) {
      window.focus();
      document.body.tabIndex = 0;
      document.body.focus();
      parent.focus();
      if (index % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
  },
  webview: async () => {
    const view = document.createElement('webview');
    view.src = 'https://example.invalid/';
    view.setAttribute('nodeintegration', '');
    view.setAttribute('preload', 'file:///etc/passwd');
    document.body.append(view);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return `webview:${typeof view.loadURL} ${view.constructor.name}`;
  },
};
