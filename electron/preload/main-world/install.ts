import { finish } from './finish';
import type { Link } from './kit';
import { addLink } from './link';

export type Func = (...args: never[]) => unknown;
/** `contextBridge.executeInMainWorld`, as far as it is used. */
export type MainWorldRun = (script: { readonly func: Func; readonly args: readonly unknown[] }) => unknown;

/**
 * Installs parts one by one over a link of carried functions, and takes the kit away whatever happens; gives what sends
 * event text to them. `parts` are those before the link and those after it.
 */
export function installParts(
  run: MainWorldRun,
  key: string,
  link: Omit<Link, 'listen'>,
  parts: readonly [before: readonly Func[], after: readonly Func[]],
): (text: string) => void {
  const hearing: ((text: string) => void)[] = [];
  const carried: Link = { seed: link.seed, send: link.send, listen: (hear) => void hearing.push(hear) };
  try {
    for (const func of parts[0]) run({ func, args: [key] });
    run({ func: addLink, args: [key, carried] });
    for (const func of parts[1]) run({ func, args: [key] });
  } finally {
    run({ func: finish, args: [key] });
  }
  return (text) => {
    for (const hear of hearing) hear(text);
  };
}
