import { describe, expect, it } from 'vitest';
import type { SystemDnd } from '../../../core/model/focus';
import type { BusAnswer, BusCall, BusTarget, BusWatcher } from '../../session-bus/bus';
import { startSystemDnd } from './start-system-dnd';

const NOTIFICATIONS = 'org.freedesktop.Notifications';
const settled = (): Promise<void> => new Promise(setImmediate);

interface Watched {
  readonly target: BusTarget;
  readonly watcher: BusWatcher;
}

/** A bus on which `answers` say what a member gives; one that is left out is never answered. */
function setUp(answers: Record<string, unknown>, settings: Record<string, string> = {}) {
  const heard: SystemDnd[] = [];
  const watched: Watched[] = [];
  const calls: BusCall[] = [];
  const waiting: { readonly member: string; readonly give: (value: unknown) => void }[] = [];
  const read: { give: ((text: string | undefined) => void)[]; isSlow: boolean } = { give: [], isSlow: false };
  const stop = startSystemDnd(
    {
      dispatch: (action) => {
        if (action.kind === 'system-dnd-changed') heard.push(action.dnd);
      },
    },
    {
      bus: {
        call: (call) => {
          calls.push(call);
          return new Promise<BusAnswer>((resolve) => {
            const give = (value: unknown): void =>
              resolve(
                value === undefined
                  ? { kind: 'failed', reason: 'no such thing' }
                  : { kind: 'reply', body: [value] },
              );
            if (Object.hasOwn(answers, call.member)) give(answers[call.member]);
            else waiting.push({ member: call.member, give });
          });
        },
        watch: (target, watcher) => {
          const one = { target, watcher };
          watched.push(one);
          return () => void watched.splice(watched.indexOf(one), 1);
        },
      },
      readSetting: (schema, key) =>
        read.isSlow
          ? new Promise((resolve) => read.give.push(resolve))
          : Promise.resolve(settings[`${schema} ${key}`]),
    },
  );
  return {
    heard,
    calls,
    waiting,
    read,
    stop,
    own: async (owner: string | undefined): Promise<void> => {
      const daemon = watched.find(({ target }) => target.interface === NOTIFICATIONS);
      daemon?.watcher.onOwner(owner);
      await settled();
    },
    /** A signal of whoever is listened to beside the daemon's coming and going. */
    signal: async (member: string, ...body: unknown[]): Promise<void> => {
      const source = watched.find(({ target }) => target.interface !== NOTIFICATIONS);
      source?.watcher.onSignal?.(member, body);
      await settled();
    },
    targets: () => watched.map(({ target }) => target),
  };
}

const changed = (paused: boolean) => ['org.dunstproject.cmd0', { paused }, []];

describe('startSystemDnd', () => {
  it('D41 asks the daemon’s flag once, then hears of changes', async () => {
    const { heard, calls, own, signal } = setUp({ GetServerInformation: 'dunst', Get: false });
    await own(':1.1');
    await signal('PropertiesChanged', ...changed(true));
    await signal('PropertiesChanged', 'org.dunstproject.cmd0', { waitingLength: 4 }, []);
    await signal('PropertiesChanged', ...changed(false));
    expect(heard).toEqual(['off', 'on', 'off']);
    expect(calls.map(({ member, body }) => [member, body])).toEqual([
      ['GetServerInformation', undefined],
      ['Get', ['org.dunstproject.cmd0', 'paused']],
    ]);
  });

  it('D41 a value that came as a signal goes before an answer still under way', async () => {
    const { heard, waiting, own, signal } = setUp({ GetServerInformation: 'Plasma' });
    await own(':1.1');
    await signal('PropertiesChanged', NOTIFICATIONS, { Inhibited: true }, []);
    waiting[0]?.give(false);
    await settled();
    expect(heard).toEqual(['on']);
  });

  it('D41 D43 reads a setting again when dconf says that it changed, and the later asked counts', async () => {
    const setting = 'org.gnome.desktop.notifications show-banners';
    const { heard, read, own, signal } = setUp(
      { GetServerInformation: 'gnome-shell' },
      { [setting]: 'true\n' },
    );
    await own(':1.1');
    read.isSlow = true;
    await signal('Notify', '/org/gnome/desktop/interface/', ['color-scheme'], 'tag');
    expect(read.give).toHaveLength(0);
    await signal('Notify', '/org/gnome/desktop/notifications/show-banners', [''], 'tag');
    await signal('Notify', '/org/gnome/desktop/notifications/show-banners', [''], 'tag');
    read.give[1]?.('false\n');
    read.give[0]?.('true\n');
    await settled();
    expect(heard).toEqual(['off', 'on']);
  });

  it('D43 is unknown without the setting', async () => {
    const { heard, own } = setUp({ GetServerInformation: 'cinnamon' });
    await own(':1.1');
    expect(heard).toEqual([]);
  });

  it('D40 of Xfce: what was never set is off', async () => {
    const { heard, own, signal } = setUp({
      GetServerInformation: 'Xfce Notify Daemon',
      PropertyExists: false,
    });
    await own(':1.1');
    await signal('PropertyChanged', 'xfce4-panel', '/do-not-disturb', true);
    await signal('PropertyChanged', 'xfce4-notifyd', '/do-not-disturb', true);
    await signal('PropertyRemoved', 'xfce4-notifyd', '/do-not-disturb');
    expect(heard).toEqual(['off', 'on', 'off']);
  });

  it('D40 of Xfce: what is set', async () => {
    const answers = { GetServerInformation: 'Xfce Notify Daemon', PropertyExists: true, GetProperty: true };
    const { heard, own } = setUp(answers);
    await own(':1.1');
    expect(heard).toEqual(['on']);
  });

  it('D40 of sway: switched on, or held back by a program', async () => {
    const answers = { GetServerInformation: 'SwayNotificationCenter', GetDnd: false, IsInhibited: undefined };
    const { heard, own, signal } = setUp(answers);
    await own(':1.1');
    await signal('SubscribeV2', 0, false, true, true);
    await signal('Subscribe', 0, false, true);
    await signal('SubscribeV2', 3, false, false, false);
    expect(heard).toEqual(['off', 'on', 'off']);
  });

  it('D40 says nothing of a daemon that is not known, nor without a bus', async () => {
    const { heard, calls, own } = setUp({ GetServerInformation: 'mako' });
    await own(':1.1');
    expect(heard).toEqual([]);
    expect(calls).toHaveLength(1);
    const stop = startSystemDnd(
      { dispatch: ({ kind }) => expect.unreachable(kind) },
      { bus: undefined, readSetting: () => expect.unreachable('it was asked') },
    );
    stop();
  });

  it('D42 knows a daemon that hung once it wakes, unless another has come meanwhile', async () => {
    const { heard, waiting, own } = setUp({ Get: true });
    await own(':1.1');
    await own(':1.2');
    waiting[0]?.give('dunst');
    await settled();
    expect(heard).toEqual([]);
    waiting[1]?.give('dunst');
    await settled();
    expect(heard).toEqual(['on']);
  });

  it('D42 knows nothing while no daemon is there, and asks the next in its own way', async () => {
    const answers: Record<string, unknown> = { GetServerInformation: 'dunst', Get: true };
    const { heard, targets, own } = setUp(answers, {
      'org.gnome.desktop.notifications show-banners': 'true',
    });
    await own(':1.1');
    await own(undefined);
    expect(targets()).toHaveLength(1);
    answers['GetServerInformation'] = 'gnome-shell';
    await own(':1.2');
    expect(heard).toEqual(['on', 'unknown', 'off']);
    expect(targets().map(({ name }) => name)).toEqual([NOTIFICATIONS, 'ca.desrt.dconf']);
  });

  it('D41 says and asks nothing more once stopped', async () => {
    const { heard, waiting, targets, stop, own } = setUp({ GetServerInformation: 'dunst' });
    await own(':1.1');
    stop();
    waiting[0]?.give(true);
    await settled();
    expect(heard).toEqual([]);
    expect(targets()).toEqual([]);
  });
});
