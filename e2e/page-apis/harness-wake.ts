import { app, webContents } from 'electron/main';
import process from 'node:process';
import './harness-main';

export interface WakeAnswer {
  readonly replied: boolean;
  readonly clicked: unknown;
  readonly native: unknown;
  readonly titles: readonly string[];
  readonly problems: readonly string[];
}

/**
 * A worker sleeps, is clicked awake, and shows again; told as one line of JSON. Run without Playwright, whose own
 * debugger never lets a worker sleep.
 */
async function wake(url: string): Promise<WakeAnswer> {
  const contents = webContents.fromId(await globalThis.harness.open('one', url));
  const run = (source: string): Promise<unknown> => contents?.executeJavaScript(source) ?? Promise.resolve();
  await run(`ask('show', { title: 'Wake up', options: { data: 'kept' } })`);
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const countShown = () =>
    globalThis.harness.heard.filter(({ message }) => message.kind === 'notification-show').length;
  const findShown = () =>
    globalThis.harness.heard.find(({ message }) => message.kind === 'notification-show')?.message;
  while (countShown() < 1) await turn();
  const first = findShown();
  const pageId = first?.kind === 'notification-show' ? first.pageId : '';
  await globalThis.harness.stopWorkers('one');
  while (globalThis.harness.runningWorkers('one') > 0) await turn();
  const replied = globalThis.harness.reply({ kind: 'notification-event', pageId, event: 'click' });
  const clicked = await run(`new Promise((resolve) => {
    const look = () => (told.length > 0 ? resolve(told) : requestAnimationFrame(look));
    look();
  })`);
  const native = await run(`ask('toString')`);
  await run(`ask('show', { title: 'Awake' })`);
  while (countShown() < 2) await turn();
  const titles = globalThis.harness.heard.flatMap(({ message }) =>
    message.kind === 'notification-show' ? message.title : [],
  );
  return { replied, clicked, native, titles, problems: globalThis.harness.problems };
}

void app.whenReady().then(async () => {
  const answer = await wake(process.env['FOYER_PAGE'] ?? '').catch((error: unknown) => ({
    error: String(error),
  }));
  process.stdout.write(`\nANSWER ${JSON.stringify(answer)}\n`, () => app.exit(0));
});
