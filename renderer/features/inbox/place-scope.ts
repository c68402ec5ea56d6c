import type { RuleScope } from '../../../electron/core/model/rule';
import type { Place } from './inbox-view';

/** Gives what a rule for a conversation is for; the service where nothing tells its conversations apart. */
export const toScope = ({ serviceId, channelId, channelName, channelKind }: Place): RuleScope =>
  channelId === null
    ? { kind: 'service', serviceId }
    : { kind: 'channel', serviceId, channelId, name: channelName ?? '', channelKind };
