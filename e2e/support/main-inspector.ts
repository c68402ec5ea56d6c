import { WebSocket } from 'ws';

/** Node's own inspector in the app's main process: nothing of it reaches the pages, as Playwright does. */
export interface MainInspector {
  readonly send: (method: string, params?: object) => Promise<Readonly<Record<string, unknown>>>;
  /** Runs an expression in main and gives what comes of it, as JSON. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly stop: () => void;
}

interface Answer {
  readonly id?: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/** Connects to the inspector of a process started with `--inspect`, at the address it printed. */
export async function connectInspector(address: string): Promise<MainInspector> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (answer: Answer) => void>();
  const ids = { last: 0 };
  socket.on('message', (data: Buffer) => {
    const answer = JSON.parse(data.toString()) as Answer;
    if (answer.id === undefined) return;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const send: MainInspector['send'] = (method, params = {}) =>
    new Promise((resolve, reject) => {
      ids.last += 1;
      waiting.set(ids.last, ({ result, error }) =>
        error === undefined ? resolve(result ?? {}) : reject(new Error(`${method}: ${error.message}`)),
      );
      socket.send(JSON.stringify({ id: ids.last, method, params }));
    });
  return {
    send,
    evaluate: async (expression) => {
      const { result } = await send('Runtime.evaluate', { expression, returnByValue: true });
      return (result as { readonly value?: unknown } | undefined)?.value;
    },
    stop: () => socket.terminate(),
  };
}
