import { describe, expect, it } from 'vitest';
import { aNotification, aService, aState } from '../fixtures.test-support';
import type { NotificationDecision, PageNotification } from '../model/notification';
import type { Service } from '../model/service';
import { defaultSettings, type Settings } from '../model/settings';
import type { AppState } from '../state/app-state';
import { decideNotification } from './decide-notification';

const notification = aNotification('n1');
const nowMs = 1000;

function toState(
  more: Partial<Service> = {},
  notifications: Settings['notifications'] = { kind: 'on' },
): AppState {
  const settings = { ...defaultSettings, notifications };
  return aState([aService('a', more)], { settings });
}

const wanted: NotificationDecision = { kind: 'show', silent: false, reason: 'wanted' };
const drop = (reason: 'service-unknown' | 'service-muted' | 'paused'): NotificationDecision => ({
  kind: 'drop',
  reason,
});

describe('decideNotification', () => {
  it.each<[string, AppState, Partial<PageNotification>, NotificationDecision]>([
    ['N1 shows what a service sends', toState(), {}, wanted],
    ['N1 shows what its worker sends', toState(), { origin: 'worker' }, wanted],
    ['N1 shows one without any words', toState(), { title: '', body: '' }, wanted],
    ['N1 shows that of a service left out of the total', toState({ countInTotal: false }), {}, wanted],
    ['N2 drops that of a service no longer there', toState(), { serviceId: 'gone' }, drop('service-unknown')],
    ['N2 drops that of a service switched off', toState({ enabled: false }), {}, drop('service-unknown')],
    ['N3 drops that of a muted service', toState({ notify: false }), {}, drop('service-muted')],
    ['N3 names mute before pause', toState({ notify: false }, { kind: 'paused' }), {}, drop('service-muted')],
    ['N4 drops while paused', toState({}, { kind: 'paused' }), {}, drop('paused')],
    [
      'N4 drops until a pause ends',
      toState({}, { kind: 'paused-until', untilMs: nowMs + 1 }),
      {},
      drop('paused'),
    ],
    [
      'N4 shows from the moment a pause ends',
      toState({}, { kind: 'paused-until', untilMs: nowMs }),
      {},
      wanted,
    ],
    [
      'N5 is as quiet as the page asks',
      toState(),
      { silent: true },
      { kind: 'show', silent: true, reason: 'service-asks-silence' },
    ],
  ])('%s', (_, state, more, expected) => {
    expect(decideNotification(state, { ...notification, ...more }, nowMs)).toEqual(expected);
  });
});
