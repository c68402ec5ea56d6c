import { parentPort, workerData } from 'node:worker_threads';
import { toReason } from './disk-error';
import { openDiskWriter, type DiskWriter } from './disk-writer';
import type { FromWriter, ToWriter } from './thread-writer';

// The thread that writes what is kept: started by `start-writer-thread.ts`, see ADR 5.

const now: { writer?: DiskWriter } = {};

async function write({ id, role, value }: ToWriter): Promise<FromWriter> {
  try {
    now.writer ??= await openDiskWriter(String(workerData));
    now.writer.write(role, value);
    return { id };
  } catch (error) {
    return { id, refused: toReason(error) };
  }
}

parentPort?.on('message', (message: ToWriter) => {
  void write(message).then((told) => parentPort?.postMessage(told));
});
