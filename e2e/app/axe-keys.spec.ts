import { aboutScreens } from '../support/about-screens.js';
import { readScreens } from '../support/axe-screens.js';
import { linkScreens } from '../support/link-screens.js';
import { keyScreens } from '../support/key-screens.js';
import { lockScreens } from '../support/lock-screens.js';

readScreens([...keyScreens, ...lockScreens, ...aboutScreens, ...linkScreens]);
