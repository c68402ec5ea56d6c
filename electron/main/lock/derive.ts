import { forkProcess } from '../fork-process';
import type { FromDeriving, ToDeriving } from './process';
import type { Derive } from './by-passphrase';

/**
 * Derives in a process of its own, which ends after it: main is not held up, and what the passphrase left in memory goes
 * with the process.
 */
export const deriveElsewhere =
  (programFile: string): Derive =>
  (passphrase, salt, cost) =>
    new Promise((resolve, reject) => {
      const process = forkProcess<ToDeriving, FromDeriving>(programFile, [], 'Foyer lock');
      process.onMessage((message) => {
        if (message.kind === 'derived') resolve(Buffer.from(message.key));
        else reject(new Error(message.reason));
        process.kill();
      });
      process.onExit(() => reject(new Error('the process ended')));
      process.post({ passphrase, salt, cost });
    });
