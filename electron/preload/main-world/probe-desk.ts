import type { ProbeDesk } from '../../recipes/types';
import type { Kit } from './kit';

/** Gives the kit what an adapter's probe works with. Self-contained. */
export function addProbeDesk(key: string): void {
  const kit = (globalThis as unknown as Record<string, Kit>)[key] as Kit;
  const { link, notifications } = kit;
  const { define, getter, later, listen, ownValue, parse, slice, stringify } = kit.primordials;
  const { construct } = Reflect;
  const NativeError = Error;
  const REASON_MAX = 200;
  /** As much as main takes, with room for what the adapter makes of it. */
  const RAW_MAX = 4_194_304;

  const fail = (reason: string): void => {
    notifications.send({ kind: 'adapter-trouble', reason: slice(reason, 0, REASON_MAX) });
  };
  const run = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      const message = error instanceof NativeError ? ownValue(error, 'message') : undefined;
      fail(typeof message === 'string' ? message : 'the page is not as expected');
    }
  };
  const desk: ProbeDesk = {
    run,
    later: (work, delayMs) => later(() => run(work), delayMs),
    tell: (raw) =>
      run(() => {
        const text = stringify(raw);
        if (text.length > RAW_MAX) return fail('the page knows too much');
        notifications.send({ kind: 'adapter-raw', raw: text });
      }),
    fail,
    onOrder: (hear) => {
      link.listen((text) => {
        const message = parse(text);
        if (ownValue(message, 'kind') === 'adapter-order') run(() => hear(ownValue(message, 'order')));
      });
    },
    onNotification: (hear) => {
      notifications.beforeShow = ({ title, body, tag }) => run(() => hear({ title, body, tag }));
    },
    ownValue,
    ownText: (owner, name) => {
      const value = ownValue(owner, name);
      return typeof value === 'string' ? value : '';
    },
    onRoute: (hear) => {
      const navigation = ownValue(globalThis, 'navigation');
      // `pushState` has no event of its own.
      if (navigation !== undefined)
        listen(navigation as EventTarget, 'currententrychange', () => run(hear), false);
    },
    onSocket: (hear) => {
      const Native = globalThis.WebSocket as typeof WebSocket | undefined;
      if (Native === undefined) return;
      const url = getter(Native.prototype, 'url');
      const tell = (socket: WebSocket): void =>
        hear({
          url: String(url(socket)),
          on: (type, heard) => listen(socket, type, (event) => run(() => heard(event)), false),
        });
      const Tapped = new Proxy(Native, {
        construct: (target, args, newTarget): object => {
          const socket = construct(target, args, newTarget === Tapped ? target : newTarget) as WebSocket;
          run(() => tell(socket));
          return socket;
        },
      });
      define(globalThis, 'WebSocket', {
        value: Tapped,
        writable: true,
        enumerable: false,
        configurable: true,
      });
    },
  };
  kit.probe = desk;
}
