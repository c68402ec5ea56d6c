import { join } from 'node:path';
import { createLog, toDevLine, toLines, type KeptLog } from './log';
import { openLogFile, type LogFile } from './log-file';

/** Opens the app's log in the data folder. */
export function openLog(
  folder: string,
  isDev: boolean,
  nowMs: () => number,
): { readonly log: KeptLog; readonly logFile: LogFile } {
  const logFile = openLogFile(join(folder, 'logs'));
  const log = createLog(
    {
      keep: (entry) => logFile.write(toLines(entry)),
      // Whoever develops the app sees what was thrown; what a package writes there is kept by the system.
      show: (entry, error) =>
        process.stderr.write(isDev ? toDevLine(entry, error) : `[foyer] ${toLines(entry)}`),
    },
    nowMs,
  );
  return { log, logFile };
}
