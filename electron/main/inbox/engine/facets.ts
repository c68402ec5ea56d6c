import { createHash } from 'node:crypto';
import type { DecisionKind } from '../../../core/model/decision';

/** Words of the index that are not people's but ours: what an entry can be filtered by together with a text. */
export const serviceFacet = (serviceId: string): string => `s${digest(serviceId)}`;
export const channelFacet = (serviceId: string, channelId: string): string =>
  `c${digest(serviceId, channelId)}`;
export const senderFacet = (sender: string): string => `f${digest(sender)}`;
export const decisionFacet = (decision: DecisionKind): string => `d${decision.replaceAll('-', '')}`;
export const forMeFacet = 'me';

/** Names texts by 64 bits. */
export const digest = (...texts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
