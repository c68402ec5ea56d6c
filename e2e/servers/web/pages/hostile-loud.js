// Bridge, counts, storms, addresses, windows.
import { query, foreign, times, tried, frame, bigText, notify } from './hostile-tools.js';

export const loudActs = {
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
    const root = Object.prototype;
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
    Object.defineProperty(root, 'kind', {
      value: 'worker-focus',
      configurable: true,
      writable: true,
    });
    Object.defineProperty(root, 'toJSON', {
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
    notify('polluted title', { body: 'polluted body' });
    delete root.kind;
    delete root.toJSON;
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
    notify(bigText(), {
      body: bigText(),
      tag: bigText(),
      icon: `data:image/png;base64,${bigText()}`,
    });
    notify('after the big one', { body: 'small' });
  },
  notifications: async () => {
    const startMs = performance.now();
    times(10_000, (index) => notify(`storm ${index}`, { body: 'spam' }));
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
};
