import { faults } from './all.js';
import { testFaults } from './run-faults.js';

const only = process.env['FOYER_FAULTS']?.split(',');

testFaults(faults.filter(({ id }) => only === undefined || only.includes(id)));
