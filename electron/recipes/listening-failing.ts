import type { ListenPort } from './listening';

/** Why something failed, in words. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'failed');

/** Gives what is to be done with an error nobody expected: the connection is lost. */
export const failing =
  ({ end }: Pick<ListenPort, 'end'>) =>
  (error: unknown): void =>
    end('lost', reasonOf(error));
