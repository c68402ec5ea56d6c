import { expect, test } from '@playwright/test';
import { signInSdk } from './sdk.js';
import { startZulip, type Zulip } from './zulip.js';

// What is done to all that a narrow holds, by the vendor's own client.
let zulip: Zulip;

test.beforeAll(async () => {
  zulip = await startZulip();
});

test.afterAll(async () => {
  await zulip?.stop();
});

test('marks a narrow as read, a stretch after another, all but topics that are left out', async () => {
  const alice = await signInSdk(zulip.url, 'alice');
  const ids = ['lunch', 'loud', 'lunch', 'lunch'].map((topic) => zulip.say('bob', 'general', topic, 'x'));
  zulip.tellDirectly('bob', ['alice'], 'between us');
  const read = (narrow: readonly object[], anchor: string | number = 'oldest') =>
    alice.callEndpoint('/messages/flags/narrow', 'POST', {
      ...{ anchor, num_before: 0, num_after: 2, include_anchor: 'false', op: 'add', flag: 'read' },
      narrow,
    });
  const lunch = [
    { operator: 'is', operand: 'unread' },
    { operator: 'channel', operand: 3 },
    { operator: 'topic', operand: 'loud', negated: true },
  ];
  const first = await read(lunch);
  expect(first).toMatchObject({
    result: 'success',
    processed_count: 2,
    updated_count: 2,
    first_processed_id: ids[0],
    last_processed_id: ids[2],
    found_oldest: true,
    found_newest: false,
  });
  expect(await read(lunch, ids[2])).toMatchObject({
    processed_count: 1,
    last_processed_id: ids[3],
    found_newest: true,
  });
  expect(await read(lunch)).toMatchObject({
    processed_count: 0,
    first_processed_id: null,
    last_processed_id: null,
    found_newest: true,
  });
  expect(zulip.truth('alice')).toMatchObject({ general: { unread: 1 }, 'Bob Brown': { unread: 1 } });
  await read([{ operator: 'dm', operand: [9] }]);
  expect(zulip.truth('alice')).toMatchObject({ general: { unread: 1 }, 'Bob Brown': { unread: 0 } });
});
