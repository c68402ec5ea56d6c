// A bridge that says what a test tells it to and remembers what the shell asked for.
const { contextBridge } = require('electron/renderer');

const calls = [];
const answers = new Map([
  ['moving.found', { value: [] }],
  ['browsers.list', { value: [] }],
]);
const projectionListeners = new Set();
const eventListeners = new Set();
const first = {};
first.come = new Promise((resolve) => {
  first.resolve = resolve;
});
const last = {};

const push = (projection) => {
  last.projection = projection;
  first.resolve(projection);
  for (const listener of projectionListeners) listener(projection);
};

contextBridge.exposeInMainWorld('shell', {
  command: async (name, input) => {
    calls.push({ name, input });
    if (name === 'app.connect') return first.come;
    const answer = answers.get(name);
    if (answer?.pending === true) return new Promise(() => undefined);
    if (answer?.refused !== undefined) throw new Error(`${name}: ${answer.refused}`);
    if (answer?.rows !== undefined)
      return { rows: answer.rows.slice(input.offset, input.offset + input.limit), total: answer.rows.length };
    if (answer?.by !== undefined) return answer.by(input);
    return answer?.value;
  },
  commandNow: (name, input) => {
    calls.push({ name, input });
    return answers.get(name)?.value;
  },
  onProjection: (listener) => {
    projectionListeners.add(listener);
    return () => projectionListeners.delete(listener);
  },
  onEvent: (listener) => {
    eventListeners.add(listener);
    return () => eventListeners.delete(listener);
  },
});

contextBridge.exposeInMainWorld('harness', {
  push,
  restyle: (settings, changes) =>
    push({ ...last.projection, ...changes, settings: { ...last.projection.settings, ...settings } }),
  send: (event) => {
    for (const listener of eventListeners) listener(event);
  },
  answer: (name, answer) => void answers.set(name, answer),
  calls: () => calls.slice(),
});
