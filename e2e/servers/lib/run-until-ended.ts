const CHECK_PARENT_MS = 500;

/** What runs: one line of JSON says that it is there. */
interface Running {
  readonly said: unknown;
  stop(): Promise<unknown>;
}

/**
 * The whole of a program that starts servers: prints one line of JSON when all is there, runs until a signal or until the
 * process that started it is gone, and ends with 1 when `what` did not start.
 */
export function runUntilEnded(what: string, start: () => Promise<Running>): void {
  const parent = process.ppid;
  const ended = new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
    setInterval(() => process.ppid !== parent && resolve(), CHECK_PARENT_MS).unref();
  });
  const run = async (): Promise<void> => {
    const running = await start();
    process.stdout.write(`${JSON.stringify(running.said)}\n`);
    await ended;
    await running.stop();
  };
  run().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(
        `${what} did not start: ${error instanceof Error ? error.message : String(error)}\n`,
      );
      process.exit(1);
    },
  );
}
