import { replaceBadge } from './badge';
import { watchCaptures } from './capture';
import { addCaptureBook } from './capture-book';
import { addCodec } from './codec';
import { addConvert } from './convert';
import { addDesk } from './desk';
import { finish } from './finish';
import type { Link } from './kit';
import { installParts, type Func, type MainWorldRun } from './install';
import { addNodeLink } from './link';
import { replaceNotification } from './notification';
import { chooseDevices } from './devices';
import { carryToWorker } from './page-worker';
import { takePrimordials } from './primordials';
import { addProbeDesk } from './probe-desk';
import { replaceRegistration } from './registration';

/** What is used of Electron to run code in the page's own world; `run` is there from Electron 35. */
export interface MainWorldPort {
  readonly run: MainWorldRun | undefined;
  /** Runs at once, before the first script of the page, though its answer comes later. */
  readonly evaluate: (source: string) => unknown;
  readonly document: Pick<Document, 'addEventListener' | 'removeEventListener'>;
}

/** What the link is made by. */
export const before: readonly Func[] = [takePrimordials, addCodec, addConvert];
/** What stands in for the page's own, over the link. */
export const standIns: readonly Func[] = [
  addDesk,
  replaceNotification,
  replaceRegistration,
  replaceBadge,
  // Before the next, which wraps what it leaves.
  chooseDevices,
  addCaptureBook,
  watchCaptures,
];
const after: readonly Func[] = [...standIns, carryToWorker];

/** Gives the source that installs the page side over a link made of a node; `key` names the hand-over event too. */
export function toPageSource(key: string, seed: string, probes: readonly Func[] = []): string {
  const call = (part: Func, ...args: readonly string[]): string =>
    `(${String(part)})(${args.map((arg) => JSON.stringify(arg)).join(',')});`;
  const parts = [
    ...before.map((part) => call(part, key)),
    call(addNodeLink, key, seed),
    ...[...after, ...probes].map((part) => call(part, key)),
  ];
  return `try{${parts.join('\n')}}finally{${call(finish, key)}}`;
}

/**
 * Installs the page side, and the parts of the probe of the service's adapter if it has one, before the page's first script; gives
 * what sends event text to it.
 */
export function installPage(
  port: MainWorldPort,
  key: string,
  link: Omit<Link, 'listen'>,
  probe: readonly Func[] = [],
): (text: string) => void {
  const probes = probe.length === 0 ? [] : [addProbeDesk, ...probe];
  return port.run === undefined
    ? installByNode(port, key, link, probes)
    : installParts(port.run, key, link, [before, [...after, ...probes]]);
}

function installByNode(
  port: MainWorldPort,
  key: string,
  link: Omit<Link, 'listen'>,
  probes: readonly Func[],
): (text: string) => void {
  let node: EventTarget | null = null;
  const take = (event: Event): void => {
    node = event instanceof MouseEvent ? event.relatedTarget : null;
    node?.addEventListener('up', (up) => {
      const text: unknown = up instanceof CustomEvent ? up.detail : undefined;
      if (typeof text === 'string') link.send(text);
    });
  };
  port.document.addEventListener(key, take, { once: true });
  port.evaluate(toPageSource(key, link.seed, probes));
  port.document.removeEventListener(key, take);
  return (text) => {
    node?.dispatchEvent(new CustomEvent('down', { detail: text }));
  };
}
