import { contextBridge, ipcRenderer, webFrame } from 'electron/renderer';
import { RECIPE_ARGUMENT, serviceChannels } from '../core/ipc/service-limits';
import type { ServiceEvent } from '../core/ipc/service-messages';
import { adapterOf } from '../recipes/adapters';
import { credentialTakerOf } from '../recipes/credential-takers';
import { createAdapterRunner } from './adapter-runner';
import { createCredentialTeller } from './credential-teller';
import { createDelivery } from './delivery';
import { createDeviceTeller } from './device-teller';
import { installPage, type MainWorldPort } from './main-world/page';
import { createOwnCode } from './own-code';
import { createServiceSender } from './service-sender';
import { watchUnsent } from './unsent-watch';

/** What of the sandbox's `process` is used: main names the service's recipe there. */
declare const process: { readonly argv: readonly string[] };
const recipeId =
  process.argv.find((arg) => arg.startsWith(RECIPE_ARGUMENT))?.slice(RECIPE_ARGUMENT.length) ?? '';

/** Runs in every frame of a service, in a world of its own, before the page's first script. */
const run = Reflect.get(contextBridge, 'executeInMainWorld') as MainWorldPort['run'];
const secret = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');

const later = (work: () => void, delayMs: number): void => void setTimeout(work, delayMs);
const port = {
  post: (text: string) => {
    ipcRenderer.send(serviceChannels.message, text);
  },
  nowMs: () => performance.now(),
  later,
};
const isMainFrame = window.top === window;
const post = createServiceSender(port);
const tellUnsent = watchUnsent(window, port);
const adapter = isMainFrame ? adapterOf(recipeId) : undefined;
const runner =
  adapter &&
  createAdapterRunner(adapter, {
    send: post,
    deliver: (text) => {
      deliver(text);
    },
    later,
  });
const tellDevices = createDeviceTeller({
  // None where the page is not secure.
  enumerate: async () => (await navigator.mediaDevices?.enumerateDevices()) ?? [],
  send: post,
});
const deliver = installPage(
  { run, evaluate: (source) => webFrame.executeJavaScript(source), document },
  secret(),
  {
    seed: secret(),
    send: (text) => {
      tellDevices(text);
      if (runner?.hear(text) !== true) post(runner?.withHint(text) ?? text);
    },
  },
  adapter === undefined ? [] : [adapter.probe].flat(),
);

const hear = createDelivery({
  deliver: (text) => {
    deliver(text);
  },
  activate: () => webFrame.executeJavaScript('void 0', true),
  problem: reportError,
});
const tellCredentials = createCredentialTeller(credentialTakerOf(recipeId), {
  isMainFrame,
  page: () => ({ localStorage, sessionStorage, indexedDB, crypto }),
  send: post,
});
const putOwnCode = createOwnCode({
  origin: location.origin,
  addStyle: (css) => {
    const key = webFrame.insertCSS(css);
    return () => webFrame.removeInsertedCSS(key);
  },
  run: (js) => webFrame.executeJavaScript(js),
  whenWhole: (then) => {
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', then, { once: true });
    else then();
  },
  problem: reportError,
});
ipcRenderer.on(serviceChannels.event, (_, event: ServiceEvent) => {
  // Never anything of it for the page: it is for the main frame, and for its preload alone.
  if (event.kind === 'own-code') return isMainFrame ? putOwnCode(event) : undefined;
  if (tellCredentials(event)) return;
  if (event.kind === 'unsent-asked') tellUnsent();
  else if (runner?.hearEvent(event) !== true) hear(event);
});
