import { readScreens } from '../support/axe-screens.js';
import { trustScreens } from '../support/trust-screens.js';

readScreens(trustScreens);
