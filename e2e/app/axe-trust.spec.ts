import { readScreens } from '../support/axe-screens.js';
import { shareScreens } from '../support/share-screens.js';
import { trustScreens } from '../support/trust-screens.js';

readScreens([...trustScreens, ...shareScreens]);
