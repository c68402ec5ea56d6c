import { expect, it } from 'vitest';
import { toChannelTitle } from './page-title';

it.each([
  ['(3) #general | Team chat', '#general'],
  ['[12+] #general — The Lounge', '#general'],
  ['(•) Inbox - TEAM CHAT - Zulip', 'Inbox · Zulip'],
  ['Team chat', ''],
  ['', ''],
  ['well-known topics', 'well-known topics'],
  ['(sic) not a count', '(sic) not a count'],
])('H10 %s becomes %s', (title, channel) => {
  expect(toChannelTitle(title, ['Team chat', 'The Lounge'])).toBe(channel);
});
