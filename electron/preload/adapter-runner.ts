import type { ServiceEvent } from '../core/ipc/service-messages';
import type { Adapter, AdapterReport, AdapterWish } from '../recipes/types';
import { createConnectionTeller } from './connection-teller';
import { fittingChannels } from './fitting-channels';

interface RunnerPort {
  /** Says it to main, as JSON text. */
  readonly send: (text: string) => void;
  /** Tells the probe, as JSON text. */
  readonly deliver: (text: string) => void;
  readonly later: (run: () => void, delayMs: number) => void;
}

/** Runs the adapter of a service in the preload's own world. */
export interface AdapterRunner {
  /** True for a text of the probe, which is not for main. */
  readonly hear: (text: string) => boolean;
  /** Gives a notification's text with what the adapter knows of it. */
  readonly withHint: (text: string) => string;
  /** True for an event that is the adapter's. */
  readonly hearEvent: (event: ServiceEvent) => boolean;
}

/** Least time between two reports. */
const QUIET_MS = 200;
/** So many more meanwhile, each for a notification: what is read right after it has been told as unread before. */
const PRESSING_MAX = 2;

/** Creates it. Reports are told when they change, the first at once; what the adapter throws is told as its failure. */
export function createAdapterRunner(adapter: Adapter, port: RunnerPort): AdapterRunner {
  const now: {
    rawText: string | undefined;
    raw: unknown;
    parsed: { readonly of: unknown; readonly raw: unknown };
    isQuiet: boolean;
    isPressing: boolean;
    pressed: number;
    channelIds: ReadonlySet<string>;
    told: string;
    signedIn: string;
    openChannelId: string | undefined;
    failed: string;
  } = {
    rawText: undefined,
    raw: undefined,
    parsed: { of: undefined, raw: undefined },
    isQuiet: false,
    isPressing: false,
    pressed: 0,
    channelIds: new Set(),
    told: '',
    signedIn: '',
    openChannelId: undefined,
    failed: '',
  };

  const fail = (reason: string): void => {
    if (now.failed === reason) return;
    now.failed = reason;
    // Told anew once it is understood again.
    now.told = '';
    now.signedIn = '';
    now.openChannelId = undefined;
    port.send(JSON.stringify({ kind: 'adapter-failed', reason }));
  };
  const attempt = <T>(work: () => T, onFailed = fail): T | undefined => {
    try {
      return work();
    } catch (error) {
      onFailed(error instanceof Error ? error.message : 'unknown');
      return undefined;
    }
  };
  const hearConnection = createConnectionTeller(
    (connection) => port.send(JSON.stringify({ kind: 'connection', connection })),
    port.later,
  );
  /** One that is not among the channels (yet) is none. */
  const tellOpen = (openChannelId: string | undefined): void => {
    const channelId =
      openChannelId !== undefined && now.channelIds.has(openChannelId) ? openChannelId : undefined;
    if (channelId !== now.openChannelId) port.send(JSON.stringify({ kind: 'channel-shown', channelId }));
    now.openChannelId = channelId;
  };
  const tell = (report: AdapterReport): void => {
    const { isSignedIn, server, abilities, connection } = report;
    if (isSignedIn === undefined) return;
    const channels = report.channels && fittingChannels(report.channels);
    now.failed = '';
    hearConnection(isSignedIn ? connection : undefined);
    const signedIn = JSON.stringify({ kind: 'signed-in', isSignedIn, server });
    if (signedIn !== now.signedIn) port.send(signedIn);
    now.signedIn = signedIn;
    const told = isSignedIn && channels ? JSON.stringify({ kind: 'channels', channels, ...abilities }) : '';
    if (told !== '' && told !== now.told) port.send(told);
    now.told = told;
    now.channelIds = new Set(isSignedIn ? channels?.map(({ id }) => id) : []);
    tellOpen(report.openChannelId);
  };
  /** What the probe last handed over. */
  const lastRaw = (): unknown => {
    const { raw, parsed } = now;
    if (parsed.of !== raw)
      now.parsed = { of: raw, raw: typeof raw === 'string' ? JSON.parse(raw) : undefined };
    return now.parsed.raw;
  };
  const read = (): void => {
    const report = attempt(() => adapter.read(lastRaw()));
    if (report !== undefined) tell(report);
  };
  const settle = (): void => {
    const text = now.rawText;
    now.rawText = undefined;
    now.isQuiet = text !== undefined;
    now.isPressing = false;
    now.pressed = 0;
    if (text === undefined) return;
    port.later(settle, QUIET_MS);
    read();
  };
  const press = (): void => {
    now.rawText = undefined;
    now.isPressing = false;
    now.pressed += 1;
    read();
  };
  /** A channel is told before the first notification of it, and what is unread there right before it or right after. */
  const settleFor = (channelId: string | undefined): void => {
    if (channelId === undefined) return;
    const mayPress = now.pressed < PRESSING_MAX;
    if (now.rawText !== undefined && (mayPress || !now.channelIds.has(channelId))) press();
    now.isPressing = now.isQuiet && now.pressed < PRESSING_MAX;
  };

  const give = (order: object | undefined): void => {
    if (order !== undefined) port.deliver(JSON.stringify({ kind: 'adapter-order', order }));
  };

  return {
    hear: (text) => {
      if (text.startsWith('{"kind":"adapter-trouble"')) {
        const { reason }: { readonly reason?: unknown } = JSON.parse(text);
        // What was handed over before is no sign that all is well again.
        now.rawText = undefined;
        fail(typeof reason === 'string' ? reason : 'unknown');
        return true;
      }
      if (!text.startsWith('{"kind":"adapter-raw"')) return false;
      const { raw }: { readonly raw?: unknown } = JSON.parse(text);
      if (typeof raw !== 'string') return true;
      now.rawText = raw;
      now.raw = raw;
      if (!now.isQuiet) settle();
      else if (now.isPressing) press();
      return true;
    },
    withHint: (text) => {
      const { hint } = adapter;
      if (hint === undefined || !text.startsWith('{"kind":"notification-show"')) return text;
      const said: { readonly title: string; readonly body: string; readonly tag: string } = JSON.parse(text);
      // Before the page's first word a hint may know nothing, which is no failure.
      const onFailed = now.raw === undefined ? () => undefined : fail;
      const known = attempt(() => hint(said, lastRaw()), onFailed);
      settleFor(known?.channelId);
      if (known === undefined) return text;
      const isServerId = adapter.hasServerIds;
      return JSON.stringify({ ...said, hint: { ...known, isServerId } });
    },
    hearEvent: (event) => {
      if (event.kind === 'presence') {
        const { idleS, isGone } = event;
        give(attempt(() => adapter.toPresenceOrder?.({ idleS, isGone })));
        return true;
      }
      const wish = toWish(event);
      if (wish === undefined) return false;
      give(attempt(() => adapter.toOrder?.(wish, lastRaw())));
      return true;
    },
  };
}

function toWish(event: ServiceEvent): AdapterWish | undefined {
  switch (event.kind) {
    case 'open-channel':
      return { kind: 'open', channelId: event.channelId, messageId: event.messageId };
    case 'mute-channel':
      return { kind: 'mute', channelId: event.channelId, level: event.level };
    case 'read-channel':
      return { kind: 'read', channelId: event.channelId };
    default:
      return undefined;
  }
}
