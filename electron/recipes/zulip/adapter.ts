import type { Adapter } from '../types';
import { addFold } from './fold';
import { hintOf } from './hint';
import { orderOf, presenceOrderOf } from './order';
import { probe } from './probe';
import { readZulip } from './read';

/** Zulip 7 and later. */
export const adapter: Adapter = {
  probe: [addFold, probe],
  hasServerIds: true,
  read: readZulip,
  hint: hintOf,
  toOrder: orderOf,
  toPresenceOrder: presenceOrderOf,
};
