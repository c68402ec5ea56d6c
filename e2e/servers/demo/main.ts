import { startDemo } from './demo.js';

const CHECK_PARENT_MS = 500;

/**
 * Starts the demo's servers and people, prints one line of JSON (`{"services": [...]}`) when all is there, and runs
 * until a signal or until the process that started it is gone.
 */
async function main(): Promise<void> {
  const parent = process.ppid;
  const ended = new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
    setInterval(() => process.ppid !== parent && resolve(), CHECK_PARENT_MS).unref();
  });
  const demo = await startDemo();
  process.stdout.write(`${JSON.stringify({ services: demo.services })}\n`);
  await ended;
  await demo.stop();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(
      `The demo's servers did not start: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exit(1);
  },
);
