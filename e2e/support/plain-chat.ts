import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { Resvg } from '@resvg/resvg-js';
import type { Service } from '../../electron/core/model/service.js';
import { seedService } from './seed.js';

/** A server of empty chat pages, each below a path of its own, on which tests do by script what a chat would. */
export interface PlainChat {
  addressOf(id: string): string;
  /** The page of that id as a service called "Chat <id>". */
  service(id: string, changes?: Partial<Service>): Service;
  stop(): Promise<void>;
}

/** A red square, larger than any notification shows it. */
const picture = new Resvg(
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="200" height="200" fill="red"/></svg>',
)
  .render()
  .asPng();

/** Starts the server on loopback; any `.png` is a red square of 200 by 200 pixels. */
export async function startPlainChat(): Promise<PlainChat> {
  const server = createServer((request, response) => {
    const isPicture = request.url?.endsWith('.png');
    response.setHeader('content-type', isPicture ? 'image/png' : 'text/html; charset=utf-8');
    response.end(isPicture ? picture : '<!doctype html><title>Chat</title><p>A chat');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const addressOf = (id: string): string =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/${id}/`;
  return {
    addressOf,
    service: (id, changes = {}) =>
      seedService({ id, recipeId: 'website', name: `Chat ${id}`, url: addressOf(id), ...changes }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Kept {
  told?: string[];
  last?: Notification;
}

/** Makes a notification in the page and keeps what its events say. */
export const notify = (page: Page, title: string, options: object = {}): Promise<void> =>
  page.evaluate(
    ([text, more]) => {
      const kept = globalThis as Kept;
      const told = (kept.told ??= []);
      const notification = new Notification(text, more);
      kept.last = notification;
      for (const event of ['show', 'click', 'close', 'error'])
        notification.addEventListener(event, () => told.push(`${event} ${text}`));
    },
    [title, options] as const,
  );

/** What the page's notifications said so far: event and title. */
export const told = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as Kept).told ?? []);

/** Lets the page close the notification it made last. */
export const closeLast = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as Kept).last?.close());

/** Lets the page set its count. */
export const setUnread = (page: Page, count: number): Promise<void> =>
  page.evaluate((value) => navigator.setAppBadge(value), count);
