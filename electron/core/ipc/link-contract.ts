import * as z from 'zod/mini';
import { browserSchema, type Browser } from '../model/browser';
import { linkRuleKeySchema, linkRuleSchema } from '../model/link-rule';
import { serviceIdSchema } from '../model/service';
import { answer, nothing } from './command-shape';

/** The commands about where links go. */
export const linkContract = {
  /** Takes the place of the rule of the same pattern and service. */
  'link-rule.set': { input: linkRuleSchema, ...answer<void>() },
  'link-rule.remove': { input: linkRuleKeySchema, ...answer<void>() },
  /** Puts the rules back as they were before the last change. */
  'link-rules.undo': { input: nothing, ...answer<void>() },
  /** The browsers that are on this machine, as far as Foyer knows them. */
  'browsers.list': { input: nothing, ...answer<readonly Browser[]>() },
  /** What links of a service open in outside; null: the system's browser. */
  'service.set-browser': {
    input: z.object({ serviceId: serviceIdSchema, browser: z.nullable(browserSchema) }),
    ...answer<void>(),
  },
} as const;
