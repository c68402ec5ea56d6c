import type { ServiceEvent, ServiceMessage } from '../../core/ipc/service-messages';
import { createRefusalCounter } from '../refusals';
import type { TimerPort } from '../timers';
import {
  createServiceGate,
  startServiceChannel,
  type MessageSender,
  type ServiceChannelDeps,
  type ServiceMessageEvent,
  type ServiceRefusal,
} from './service-channel';

type Listener = (event: ServiceMessageEvent, raw: unknown) => void;

export function open(changes: Partial<ServiceChannelDeps> = {}) {
  const heard: {
    readonly serviceId: string;
    readonly message: ServiceMessage;
    readonly sender: MessageSender;
    readonly isOverRate: boolean;
  }[] = [];
  const refused: [string | undefined, ServiceRefusal, number][] = [];
  const waiting: (() => void)[] = [];
  const listeners = new Set<Listener>();
  const events: ServiceEvent[] = [];
  const clock = { nowMs: 0 };
  const after: TimerPort['after'] = (_delayMs, run) => {
    waiting.push(run);
    return () => void waiting.splice(waiting.indexOf(run), 1);
  };
  const deps: ServiceChannelDeps = {
    serviceOf: (senderId) => ({ 1: 'one', 2: 'two' })[senderId],
    mayNotify: (_, frameUrl) => !frameUrl.includes('forbidden'),
    onMessage: (serviceId, message, sender, isOverRate) =>
      void heard.push({ serviceId, message, sender, isOverRate }),
    refuse: createRefusalCounter<ServiceRefusal>((...refusal) => void refused.push(refusal), after).count,
    nowMs: () => clock.nowMs,
    after,
    ...changes,
  };
  const stop = startServiceChannel(
    { on: (_, listener) => listeners.add(listener), off: (_, listener) => listeners.delete(listener) },
    deps,
    createServiceGate(deps),
  );
  const frame = (origin: string, top: string, url: string) => ({
    url,
    origin,
    processId: 4,
    routingId: 7,
    top: { origin: top },
    send: (_: string, event: ServiceEvent) => void events.push(event),
  });
  const say = (
    raw: unknown,
    senderId = 1,
    origin = 'https://a.example',
    top = origin,
    url = `${origin}/`,
  ): void => {
    for (const listener of listeners)
      listener({ sender: { id: senderId }, senderFrame: frame(origin, top, url) }, raw);
  };
  return {
    heard,
    refused,
    events,
    clock,
    listeners,
    stop,
    say,
    settle: (): void => waiting.splice(0).forEach((run) => run()),
  };
}
export const show = (pageId = 'p:1') => ({
  kind: 'notification-show',
  pageId,
  title: 't',
  body: '',
  tag: '',
  origin: 'page',
});
export const badge = (count: number) => ({ kind: 'badge', badge: { kind: 'count', count } });
