// Does one act, named in the address, without any gesture of the person, and reports when it is done.
const query = new URL(location.href).searchParams;
const act = query.get('act');
const report = (what) => fetch(`/report?from=${act}&what=${encodeURIComponent(what)}`);
const foreign = location.origin.replace('127.0.0.1', '127.0.0.2');
const times = (count, run) => Array.from({ length: count }, (_, index) => run(index));
const tried = (run) => {
  try {
    return String(run());
  } catch (error) {
    return error.name;
  }
};
const settled = (promise) =>
  Promise.race([
    promise.then(
      () => 'granted',
      (error) => error.name,
    ),
    new Promise((resolve) => setTimeout(resolve, 400, 'waiting')),
  ]);
const frame = (source, allow = '') => {
  const made = document.createElement('iframe');
  made.allow = allow;
  made.src = source;
  document.body.append(made);
  return made;
};
const bigText = () => 'x'.repeat(10_000_000);

const acts = {
  /** Looks for a bridge under every name there is, and calls what it finds with junk. */
  bridge: async () => {
    const junk = [undefined, null, Infinity, {}, { kind: 'badge', badge: { kind: 'count', count: 7 } }, '{}'];
    const native = new Set(Object.getOwnPropertyNames(frame('about:blank').contentWindow));
    const added = Object.getOwnPropertyNames(window).filter(
      (name) => !native.has(name) && !/^\d+$/.test(name),
    );
    const called = [];
    for (const name of [
      ...added,
      'ipcRenderer',
      'require',
      'process',
      'module',
      'shell',
      'electron',
      'foyer',
    ]) {
      const found = tried(() => typeof window[name]);
      if (name in window) called.push(`${name}:${found}`);
      for (const one of junk) tried(() => window[name](one));
      for (const key of Object.keys(Object(window[name])))
        for (const one of junk) tried(() => window[name][key](one));
    }
    for (const one of junk) {
      for (const channel of ['service:message', 'shell:command']) {
        postMessage(one, '*');
        postMessage({ channel, args: [one] }, '*');
        dispatchEvent(new CustomEvent(channel, { detail: one }));
        document.dispatchEvent(new CustomEvent(channel, { detail: one }));
        document.dispatchEvent(
          new CustomEvent('up', { detail: '{"kind":"badge","badge":{"kind":"count","count":7}}' }),
        );
      }
    }
    const escape = tried(() => Notification.constructor('return process')().versions.electron);
    return JSON.stringify({
      called,
      escape,
      node: typeof globalThis.process,
      require: typeof globalThis.require,
    });
  },
  /** Bends every built-in the bridge might lean on before it uses the bridge. */
  pollution: async () => {
    const stolen = [];
    const steal = (target, name) => {
      const native = target[name];
      target[name] = function (...given) {
        for (const one of [this, ...given])
          if (typeof one === 'string' && one.includes('"kind"')) stolen.push(one.slice(0, 80));
          else if (one instanceof Event && typeof one.detail === 'string')
            stolen.push(one.detail.slice(0, 80));
        return native.apply(this, given);
      };
    };
    Object.defineProperty(Object.prototype, 'kind', {
      value: 'worker-focus',
      configurable: true,
      writable: true,
    });
    Object.defineProperty(Object.prototype, 'toJSON', {
      value: () => ({ kind: 'junk' }),
      configurable: true,
    });
    steal(JSON, 'stringify');
    steal(Array.prototype, 'push');
    steal(String.prototype, 'slice');
    steal(EventTarget.prototype, 'dispatchEvent');
    steal(EventTarget.prototype, 'addEventListener');
    steal(Function.prototype, 'call');
    steal(Reflect, 'apply');
    await navigator.setAppBadge(3);
    new Notification('polluted title', { body: 'polluted body' });
    delete Object.prototype.kind;
    delete Object.prototype.toJSON;
    return `stolen:${stolen.length}`;
  },
  counts: async () => {
    const said = [];
    for (const count of [NaN, -1, -1e308, Infinity, '1e999', {}, 1n])
      said.push(
        await Promise.resolve()
          .then(() => navigator.setAppBadge(count))
          .then(
            () => 'taken',
            (error) => error.name,
          ),
      );
    const largest = await navigator.setAppBadge(1e308).then(
      () => 'taken',
      (error) => error.name,
    );
    return `${said.join()} 1e308:${largest}`;
  },
  'count-9007199254740991': () => navigator.setAppBadge(Number.MAX_SAFE_INTEGER),
  'big-titles': async () => {
    document.title = `(7) ${bigText()}`;
    new Notification(bigText(), {
      body: bigText(),
      tag: bigText(),
      icon: `data:image/png;base64,${bigText()}`,
    });
    new Notification('after the big one', { body: 'small' });
  },
  notifications: async () => {
    const startMs = performance.now();
    times(10_000, (index) => new Notification(`storm ${index}`, { body: 'spam' }));
    return `${Math.round(performance.now() - startMs)}`;
  },
  badges: async () => times(10_000, (index) => void navigator.setAppBadge(index + 1)) && 'done',
  titles: async () => times(2000, (index) => (document.title = `(${index}) storm`)) && 'done',
  navigate: async () => {
    const to = query.get('to');
    setTimeout(() => (location.href = to));
  },
  windows: async () => {
    if (query.has('click'))
      await new Promise((resolve) => addEventListener('click', resolve, { once: true }));
    const opened = [];
    for (const url of [
      'about:blank',
      '',
      '/calm.html?name=popup',
      `${foreign}/calm.html`,
      'https://example.invalid/',
    ])
      for (const features of [
        '',
        'popup,width=300,height=200',
        'noopener',
        'width=9999,height=9999,left=-500',
      ])
        times(25, () => opened.push(tried(() => window.open(url, '_blank', features)) === '[object Window]'));
    return `windows:${opened.filter(Boolean).length}`;
  },
  schemes: async () => {
    const opened = [];
    for (const url of [
      'file:///etc/passwd',
      'chrome://settings',
      'javascript:alert(1)',
      'data:text/html,hi',
      'app://foyer/index.html',
      'devtools://devtools/bundled/inspector.html',
      'view-source:http://127.0.0.1/',
      'vscode://file/etc',
      'blob:null/1',
    ])
      for (const features of ['', 'popup']) if (window.open(url, '_blank', features)) opened.push(url);
    const link = document.createElement('a');
    for (const url of ['file:///etc/passwd', 'app://foyer/index.html', 'vscode://file/etc']) {
      link.href = url;
      link.target = '_blank';
      link.click();
      frame(url);
    }
    return `opened:${opened.join()}`;
  },
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

addEventListener('load', async () => {
  if (act === null || acts[act] === undefined) return;
  const what = await Promise.resolve()
    .then(() => acts[act]())
    .catch((error) => `failed: ${error.message}`);
  await report(what ?? 'done');
});
