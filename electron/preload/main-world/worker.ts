import { replaceBadge } from './badge';
import { addCodec } from './codec';
import { addConvert } from './convert';
import { addDesk } from './desk';
import { installParts, type Func, type MainWorldRun } from './install';
import type { Link } from './kit';
import { replaceNotification } from './notification';
import { takePrimordials } from './primordials';
import { replaceRegistration } from './registration';
import { deliverWorkerEvents } from './worker-events';

const before: readonly Func[] = [takePrimordials, addCodec, addConvert];
const after: readonly Func[] = [
  addDesk,
  replaceNotification,
  replaceRegistration,
  replaceBadge,
  deliverWorkerEvents,
];

/** Installs the worker side in the worker's own world; gives what sends event text to it. */
export function installWorker(
  run: MainWorldRun,
  key: string,
  link: Omit<Link, 'listen'>,
): (text: string) => void {
  return installParts(run, key, link, [before, after]);
}
