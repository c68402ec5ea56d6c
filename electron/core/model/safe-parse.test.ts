import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { parseServiceMessage } from '../ipc/service-messages';
import { parsePersisted } from './persisted';
import { safeParse } from './safe-parse';

const strange = { length: { toString: 1, valueOf: 1 } };

it('W200 what zod itself throws at is refused as all else that is wrong', () => {
  const schema = z.string().check(z.maxLength(3));
  expect(safeParse(schema, 'abc')).toEqual({ success: true, data: 'abc' });
  const refused = safeParse(schema, strange);
  expect(refused.success || refused.error.issues).toMatchObject([{ message: 'cannot be read' }]);
  expect(parsePersisted(strange).ok).toBe(false);
  expect(parseServiceMessage({ kind: 'notification-list', requestId: 'r1', scope: strange }).ok).toBe(false);
});
