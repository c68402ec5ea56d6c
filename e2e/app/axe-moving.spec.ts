import { readScreens } from '../support/axe-screens.js';
import { movingScreens } from '../support/moving-screens.js';
import { syncScreens } from '../support/sync-screens.js';

// Every screen of moving in and of several machines, in every look.
readScreens([...movingScreens, ...syncScreens]);
