import type { DndSource } from '../../../core/decide/decide-dnd-source';
import {
  isSettingTouched,
  parseSetting,
  readChangedFlag,
  toSystemDnd,
} from '../../../core/decide/decide-dnd-source';
import type { SystemDnd } from '../../../core/model/focus';
import type { BusCall, BusTarget, SessionBus } from '../../session-bus/bus';

/** The notification daemon of a Linux desktop. */
export const DAEMON = {
  name: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
} as const;
const PROPERTIES = 'org.freedesktop.DBus.Properties';
const DCONF = {
  name: 'ca.desrt.dconf',
  path: '/ca/desrt/dconf/Writer/user',
  interface: 'ca.desrt.dconf.Writer',
} as const;
const XFCONF = { name: 'org.xfce.Xfconf', path: '/org/xfce/Xfconf', interface: 'org.xfce.Xfconf' } as const;
const SWAYNC = {
  name: 'org.erikreider.swaync.cc',
  path: '/org/erikreider/swaync/cc',
  interface: 'org.erikreider.swaync.cc',
} as const;

/** One way to know a desktop's do-not-disturb: whom to listen to, what its signals say, and how to ask. */
export interface DndWay {
  readonly target: BusTarget;
  readonly hear: (member: string, body: readonly unknown[]) => SystemDnd | 'ask' | undefined;
  readonly ask: () => Promise<SystemDnd>;
}

export interface DndWayPort {
  readonly bus: Pick<SessionBus, 'call'>;
  /** Gives what `gsettings get` prints, `undefined` when there is no such setting or no such program. */
  readonly readSetting: (schema: string, key: string) => Promise<string | undefined>;
}

/** Gives the way to a source; `undefined` for a desktop that is not known. */
export function createDndWay(source: DndSource, { bus, readSetting }: DndWayPort): DndWay | undefined {
  /** The first value of the answer; a daemon that hangs may take as long as it lives. */
  const ask = async (call: BusCall): Promise<unknown> => {
    const answer = await bus.call({ ...call, timeoutMs: 'never' });
    return answer.kind === 'reply' ? answer.body[0] : undefined;
  };
  switch (source.kind) {
    case 'property': {
      const target = { ...DAEMON, interface: PROPERTIES };
      const body = [source.interface, source.property];
      return {
        target,
        hear: (member, told) => (member === 'PropertiesChanged' ? readChangedFlag(told, source) : undefined),
        ask: async () => toSystemDnd(await ask({ ...target, member: 'Get', signature: 'ss', body })),
      };
    }
    case 'setting':
      return {
        target: DCONF,
        hear: (member, told) => (member === 'Notify' && isSettingTouched(told, source) ? 'ask' : undefined),
        ask: async () =>
          toSystemDnd(parseSetting(await readSetting(source.schema, source.key)), source.onWhen),
      };
    case 'xfconf': {
      const body = [source.channel, source.property];
      return {
        target: XFCONF,
        hear: (member, [channel, property, value]) => {
          if (channel !== source.channel || property !== source.property) return undefined;
          if (member === 'PropertyRemoved') return 'off';
          return member === 'PropertyChanged' ? toSystemDnd(value) : undefined;
        },
        ask: async () => {
          const isSet = await ask({ ...XFCONF, member: 'PropertyExists', signature: 'ss', body });
          // What was never set is off.
          if (isSet !== true) return isSet === false ? 'off' : 'unknown';
          return toSystemDnd(await ask({ ...XFCONF, member: 'GetProperty', signature: 'ss', body }));
        },
      };
    }
    case 'swaync':
      return {
        target: SWAYNC,
        hear: (member, [, isOn, , isInhibited]) =>
          member === 'SubscribeV2' ? toSystemDnd(isOn === true || isInhibited === true) : undefined,
        ask: async () => {
          const [isOn, isInhibited] = await Promise.all([
            ask({ ...SWAYNC, member: 'GetDnd' }),
            ask({ ...SWAYNC, member: 'IsInhibited' }),
          ]);
          return isInhibited === true ? 'on' : toSystemDnd(isOn);
        },
      };
    case 'none':
      return undefined;
  }
}
