import { type RunningProcess, startProcess } from '../servers/lib/process.js';

export interface Display {
  /** As in the environment variable DISPLAY. */
  readonly name: string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** An X display of its own without a screen (Xvfb), on the first free number. */
export async function startDisplay(size = '1600x1000'): Promise<Display> {
  const running: RunningProcess = startProcess(
    '/usr/bin/Xvfb',
    ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset'],
    { name: 'Xvfb', hasReportPipe: true },
  );
  return { name: `:${(await running.report).trim()}`, stop: (signal) => running.stop(signal) };
}
