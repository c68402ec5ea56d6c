import { readScreens } from '../support/axe-screens.js';
import { keyScreens } from '../support/key-screens.js';
import { lockScreens } from '../support/lock-screens.js';

readScreens([...keyScreens, ...lockScreens]);
