import { runUntilEnded } from '../lib/run-until-ended.js';
import { startDemo } from './demo.js';

/** Starts the demo's servers and people; the line it prints is `{"services": [...]}`. */
runUntilEnded("The demo's servers", async () => {
  const demo = await startDemo();
  return { said: { services: demo.services }, stop: () => demo.stop() };
});
