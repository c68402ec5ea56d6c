import { faults } from './all.js';
import { testFaults } from './run-faults.js';

// The quick ones of the faults; `npm run faults` does them all.
testFaults(faults.filter(({ cost }) => cost === 'quick'));
