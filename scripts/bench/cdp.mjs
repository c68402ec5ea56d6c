// @ts-check

const answerTimeoutMs = 10_000;

/** A page as the remote debugging port lists it. @typedef {{ type: string, url: string, webSocketDebuggerUrl: string }} PageTarget */

/** The pages an app has open. @param {string} address host and port @returns {Promise<readonly PageTarget[]>} */
export async function listPages(address) {
  const answer = await fetch(`http://${address}/json/list`);
  const targets = /** @type {readonly PageTarget[]} */ (await answer.json());
  return targets.filter((target) => target.type === 'page');
}

/**
 * A page's debugging connection.
 * @typedef {{
 *   send: (method: string, params?: object) => Promise<Record<string, any>>,
 *   evaluate: (expression: string) => Promise<any>,
 *   close: () => Promise<void>,
 * }} Connection
 */

/** @param {PageTarget} target @returns {Promise<Connection>} */
export async function connect(target) {
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  /** @type {Map<number, { resolve: (result: Record<string, any>) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  let lastId = 0;
  socket.addEventListener('message', (event) => {
    const message = JSON.parse(String(event.data));
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) asked?.reject(new Error(`${target.url}: ${message.error.message}`));
    else asked?.resolve(message.result);
  });
  const closed = new Promise((resolve) => socket.addEventListener('close', resolve, { once: true }));
  void closed.then(() => {
    for (const asked of waiting.values()) asked.reject(new Error(`${target.url} went away`));
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error(`No connection to ${target.url}`)), {
      once: true,
    });
  });
  /** @type {Connection['send']} */
  const send = (method, params = {}) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      const id = lastId;
      waiting.set(id, { resolve, reject });
      const timer = setTimeout(
        () => reject(new Error(`${target.url} did not answer ${method}`)),
        answerTimeoutMs,
      );
      timer.unref();
      socket.send(JSON.stringify({ id, method, params }));
    });
  return {
    send,
    evaluate: async (expression) => {
      const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (answer['exceptionDetails']) throw new Error(`${expression}: ${answer['exceptionDetails'].text}`);
      return answer['result'].value;
    },
    close: async () => {
      socket.close();
      await closed;
    },
  };
}
