import type { ChannelRef } from './channel';
import type { RuleScope } from './rule';
import type { ServiceId } from './service';

/** Whom a message means: the person, everybody (`@all`, `@here`), nobody in particular; `unknown` where nothing says. */
export type Mention = 'personal' | 'group' | 'none' | 'unknown';

/** What a notification tells, as far as it is known; what rules look at. */
export interface Message {
  readonly serviceId: ServiceId;
  /** Undefined where neither the service nor a pattern says which conversation it is. */
  readonly channel: ChannelRef | undefined;
  readonly sender: string | undefined;
  readonly mention: Mention;
  readonly isThreadReply: boolean;
  readonly text: string;
  /** As the service names it, where its adapter says so. */
  readonly messageId?: string | undefined;
}

/** Gives the scope of a message's conversation; the service where it is not known. */
export const toScope = ({ serviceId, channel }: Pick<Message, 'serviceId' | 'channel'>): RuleScope =>
  channel === undefined
    ? { kind: 'service', serviceId }
    : { kind: 'channel', serviceId, channelId: channel.id, name: channel.name, channelKind: channel.kind };
