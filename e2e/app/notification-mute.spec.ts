import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import type { ShellBridge } from '../../electron/core/ipc/contract.js';
import { test } from '../support/desktop-chat.js';
import { notify, told } from '../support/plain-chat.js';

const run = promisify(execFile);

test('D26 muted from a notification for an hour: the next is not shown, the page heard no click, nothing is brought up', async ({
  desktop,
  chat,
  launch,
}) => {
  const { servicePage, shell } = await launch(chat.service('one'), chat.service('two'));
  const [one, two] = [await servicePage(chat.addressOf('one')), await servicePage(chat.addressOf('two'))];
  const arriving = desktop.nextNotification(({ title }) => title.startsWith('#general'));
  await notify(two, '#general', { body: 'Ann: lunch?' });
  const first = await arriving;
  await expect.poll(() => told(two)).toEqual(['show #general']);
  await desktop.act(first.id, 'mute-hour');
  await expect.poll(() => told(two)).toEqual(['show #general', 'close #general']);
  await expect(shell.getByRole('heading', { name: 'Chat one' })).toBeVisible();

  const next = desktop.nextNotification(() => true);
  await notify(two, '#general', { body: 'Ann: anybody?' });
  await notify(one, 'another chat');
  expect((await next).title).toContain('another chat');
});

test('D27 D41 while the desktop is not to be disturbed nothing is shown; then the summary says what was held', async ({
  desktop,
  chat,
  launch,
}) => {
  const { servicePage, shell } = await launch(chat.service('one'));
  const page = await servicePage(chat.addressOf('one'));
  const pause = (isPaused: boolean) =>
    run('dunstctl', ['set-paused', String(isPaused)], { env: desktop.env });
  await pause(true);
  await expect(shell.getByRole('button', { name: /as your system asks/ }).first()).toBeVisible();
  const next = desktop.nextNotification(() => true);
  await notify(page, '#general', { body: 'Ann: lunch?' });
  await expect.poll(() => told(page)).toEqual(['show #general']);
  await expect.poll(() => heldIn(shell)).toBe(1);
  await pause(false);
  const summary = await next;
  expect(summary.title).toContain('1 message was held');
  expect(summary.body).toContain('Chat one');
  await desktop.click(summary.id);
  await expect(shell.getByRole('heading', { name: 'Inbox' }).first()).toBeVisible();
});

/** How many messages wait for the end of focus, as the shell knows it. */
const heldIn = (shell: Page): Promise<number> =>
  shell.evaluate(async () => {
    const bridge = (globalThis as unknown as { readonly shell: ShellBridge }).shell;
    const projection = await bridge.command('app.connect');
    return projection.inbox.held;
  });
