import { Script } from 'node:vm';
import type { SaveCodeAnswer } from '../../core/ipc/tweak-contract';

/** Longest message of the engine's that is shown. */
const MESSAGE_MAX = 200;

/** Says whether a text is a script, and where it is not. It is read, never run. */
export function checkScript(text: string): SaveCodeAnswer {
  try {
    void new Script(text, { filename: 'script' });
    return { kind: 'saved' };
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    const line = Number(/^script:(\d+)/.exec(stack)?.[1] ?? 1);
    return { kind: 'broken', line, message: message.slice(0, MESSAGE_MAX) };
  }
}
