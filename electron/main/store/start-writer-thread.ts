import { Worker } from 'node:worker_threads';
import type { OwnProcess } from '../fork-process';
import type { FromWriter, ToWriter } from './thread-writer';

/** Starts the thread that writes the kept files of a folder; `programFile` is `writer-thread.js`. */
export function startWriterThread(programFile: string, folder: string): OwnProcess<ToWriter, FromWriter> {
  const thread = new Worker(programFile, { workerData: folder });
  // What it fails of it has said, or its end says it.
  thread.on('error', () => undefined);
  return {
    post: (message) => thread.postMessage(message),
    onMessage: (listener) => void thread.on('message', (message: FromWriter) => listener(message)),
    onExit: (listener) => void thread.once('exit', () => listener()),
    kill: () => void thread.terminate(),
  };
}
