import type { Client } from './client.js';

/** Tells the window, and a page around it where the server's settings say so (`fireGlobalEventBase.ts`). */
export function fireGlobalEvent({ settings }: Client, eventName: string, detail?: unknown): void {
  window.dispatchEvent(new CustomEvent(eventName, { detail }));
  if (settings.get().get('Iframe_Integration_send_enable') !== true) return;
  const origin = settings.get().get('Iframe_Integration_send_target_origin');
  parent.postMessage({ eventName, data: detail }, typeof origin === 'string' ? origin : '*');
}
