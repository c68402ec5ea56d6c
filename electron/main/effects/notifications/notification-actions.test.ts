import { expect, it } from 'vitest';
import { aNotification } from '../../../core/fixtures.test-support';
import type { ChannelRef } from '../../../core/model/channel';
import { toNotificationActions } from './notification-actions';

const labelsFor = (channel: ChannelRef | undefined, veil: { isVeiled?: true } = {}): readonly string[] => {
  const { message } = aNotification('1');
  const translate = (key: string, values?: object): string => [key, ...Object.values(values ?? {})].join(' ');
  return toNotificationActions({ message: { ...message, channel }, ...veil }, 'Team chat', translate).map(
    ({ id, label }) => `${id}: ${label}`,
  );
};
const aChannel = (name: string): ChannelRef => ({ id: 'c1', name, kind: 'public' });

it.each([
  ['the conversation', aChannel('#random'), '#random'],
  ['its service where that is not known', undefined, 'Team chat'],
  ['a long name by its beginning', aChannel('a'.repeat(31)), `${'a'.repeat(29)}…`],
  ['no half characters', aChannel(`${'a'.repeat(28)}😀bcd`), `${'a'.repeat(28)}…`],
])('D26 mutes %s', (_, channel, name) => {
  expect(labelsFor(channel)).toEqual([
    `mute-hour: notification.muteHour ${name}`,
    `mute: notification.mute ${name}`,
  ]);
});

it('D26 names no conversation where nothing of it is to be seen', () => {
  expect(labelsFor(aChannel('Mara'), { isVeiled: true })).toEqual([
    'mute-hour: notification.muteHour Team chat',
    'mute: notification.mute Team chat',
  ]);
});
