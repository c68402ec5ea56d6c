import { adapter as element } from './element/adapter';
import { adapter as mattermost } from './mattermost/adapter';
import { adapter as converse } from './converse/adapter';
import { adapter as rocketchat } from './rocketchat/adapter';
import { adapter as thelounge } from './thelounge/adapter';
import type { Adapter } from './types';
import { adapter as zulip } from './zulip/adapter';

const adapters: ReadonlyMap<string, Adapter> = new Map([
  ['element', element],
  ['mattermost', mattermost],
  ['converse', converse],
  ['rocketchat', rocketchat],
  ['thelounge', thelounge],
  ['zulip', zulip],
]);

/** Gives the adapter of a recipe; undefined where it has none. */
export const adapterOf = (recipeId: string): Adapter | undefined => adapters.get(recipeId);
