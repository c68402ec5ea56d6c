import { diskFaults } from './disk-refuses.js';
import type { Fault } from './fault.js';
import { inboxFaults } from './kept-inbox.js';
import { settingsFaults } from './kept-settings.js';
import { networkFaults } from './network-fails.js';
import { desktopFaults } from './desktop-fails.js';
import { pageFaults } from './pages-wrong.js';
import { certificateFaults } from './certificate-expires.js';
import { machineFaults } from './machine.js';
import { recipeFaults } from './recipes-fail.js';
import { killFaults } from './kill-main.js';
import { processFaults } from './killed-processes.js';

/** All faults, in the order of the table. */
export const faults: readonly Fault[] = [
  ...killFaults,
  ...processFaults,
  ...pageFaults,
  ...recipeFaults,
  ...settingsFaults,
  ...inboxFaults,
  ...diskFaults,
  ...networkFaults,
  ...certificateFaults,
  ...desktopFaults,
  ...machineFaults,
];
