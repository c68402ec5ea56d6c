import { aService, aState } from '../fixtures.test-support';
import type { RuleScope } from '../model/rule';
import { defaultSettings } from '../model/settings';
import type { Action } from './actions';
import type { AppState } from './app-state';
import { reduce } from './reduce';

export const services = [aService('a'), aService('b')];

/** The state with these services, in which `busyPerHour` is 3. */
export const start: AppState = aState(services, {
  settings: { ...defaultSettings, busyPerHour: 3 },
});

/** Gives `start` after these actions. */
export const after = (...actions: readonly Action[]): AppState => actions.reduce(reduce, start);

/** Service `a`. */
export const service = { kind: 'service', serviceId: 'a' } as const satisfies RuleScope;

/** The public channel `#general` of service `a`. */
export const generalScope = {
  kind: 'channel',
  serviceId: 'a',
  channelId: 'g',
  name: '#general',
  channelKind: 'public',
} as const satisfies RuleScope;
