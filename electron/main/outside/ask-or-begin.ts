import { USAGE } from '../../core/outside/read-command';
import { isLink } from '../../core/outside/read-link';
import { askRunning } from './ask-running';
import type { AskPlace } from './ask-place';

/** Nobody is there to do it. */
const NOT_RUNNING = 3;
/** What is only done by a Foyer that runs; the rest starts one. */
const NEEDS_RUNNING: ReadonlySet<string> = new Set(['mute', 'focus', 'status']);

export interface AskOrBeginPort {
  readonly place: AskPlace | undefined;
  /** Starts the app. */
  readonly begin: () => void;
  readonly write: (to: 'stdout' | 'stderr', text: string) => Promise<void>;
  readonly exit: (code: number) => void;
}

/** Does what a command line asks for by the Foyer that runs already, and ends with its answer; else begins. */
export async function askOrBegin(args: readonly string[], port: AskOrBeginPort): Promise<void> {
  const [verb] = args;
  if (verb === undefined || isLink(verb)) return port.begin();
  const end = async (code: number, text: string, to: 'stdout' | 'stderr' = 'stdout'): Promise<void> => {
    await port.write(to, text);
    port.exit(code);
  };
  if (verb === 'help') return end(0, USAGE);
  const answer = port.place && (await askRunning(port.place, args));
  if (answer !== undefined) return end(answer.code, answer.text, answer.code === 0 ? 'stdout' : 'stderr');
  if (!NEEDS_RUNNING.has(verb)) return port.begin();
  return args.includes('--json')
    ? end(NOT_RUNNING, `${JSON.stringify({ isRunning: false })}\n`)
    : end(NOT_RUNNING, 'Foyer is not running.\n', 'stderr');
}
