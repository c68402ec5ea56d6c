import { readScreens } from '../support/axe-screens.js';
import { keyScreens } from '../support/key-screens.js';

readScreens(keyScreens);
