import { readScreens } from '../support/axe-screens.js';
import { movingScreens } from '../support/moving-screens.js';

// Every screen of moving in, in every look.
readScreens(movingScreens);
