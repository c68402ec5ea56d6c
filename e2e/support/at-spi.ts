import { existsSync } from 'node:fs';
import { expect } from '@playwright/test';
import { Message, Variant } from 'dbus-next';
import { type RunningProcess, startProcess } from '../servers/lib/process.js';
import { type BusConnection, connectBus, hasOwner } from './desktop-bus.js';
import type { Desktop } from './desktop.js';

/** Something on the screen as a screen reader is told of it. */
export interface Spoken {
  readonly role: string;
  readonly name: string;
  readonly states: readonly string[];
  /** Names of what can be done with it. */
  readonly actions: readonly string[];
  /** Does the first of them, as a screen reader does. */
  readonly press: () => Promise<void>;
}

/** The accessibility bus of a desktop, seen by a screen reader: what Orca reads, this reads. */
export interface ScreenReader {
  /** Environment in which an app tells of itself. */
  readonly env: Readonly<Record<string, string>>;
  /** Everything of the one app there is, in the order in which it is read. */
  readonly read: () => Promise<readonly Spoken[]>;
  stop(): Promise<void>;
}

const LAUNCHERS = ['/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher'];
const BUS = { name: 'org.a11y.Bus', path: '/org/a11y/bus' };
const ACCESSIBLE = 'org.a11y.atspi.Accessible';
const ROOT = '/org/a11y/atspi/accessible/root';

/** The states that are asked for, by their number in AT-SPI. */
const STATES: Readonly<Record<number, string>> = {
  1: 'active',
  4: 'checked',
  8: 'enabled',
  10: 'expanded',
  11: 'focusable',
  12: 'focused',
  20: 'pressed',
  23: 'selected',
  25: 'showing',
  27: 'stale',
  30: 'visible',
};

/** A reference to something of an app: who has it, and where. */
type Reference = readonly [owner: string, path: string];

/** Starts AT-SPI on a desktop and says, as Orca does, that a screen reader runs. */
export async function startScreenReader(desktop: Desktop): Promise<ScreenReader> {
  const { NO_AT_BRIDGE: _none, ...env } = desktop.env;
  const launcher = LAUNCHERS.find((file) => existsSync(file));
  if (launcher === undefined) throw new Error('at-spi2-core is not installed');
  const running = startProcess(launcher, ['--launch-immediately', '--a11y=1', '--screen-reader=1'], {
    name: 'at-spi',
    env,
  });
  try {
    await expect.poll(() => hasOwner(desktop.bus, BUS.name), { message: 'the accessibility bus' }).toBe(true);
    await sayThatItRuns(desktop.bus);
    const [address] = await desktop.bus.call({ ...BUS, interface: BUS.name }, 'GetAddress');
    const bus = await connectBus(String(address));
    return toReader(bus, running, env);
  } catch (error) {
    await running.stop();
    throw error;
  }
}

async function sayThatItRuns({ bus }: BusConnection): Promise<void> {
  for (const property of ['IsEnabled', 'ScreenReaderEnabled']) {
    await bus.call(
      new Message({
        destination: BUS.name,
        path: BUS.path,
        interface: 'org.freedesktop.DBus.Properties',
        member: 'Set',
        signature: 'ssv',
        body: ['org.a11y.Status', property, new Variant('b', true)],
      }),
    );
  }
}

function toReader(
  bus: BusConnection,
  running: RunningProcess,
  env: Readonly<Record<string, string>>,
): ScreenReader {
  const ask = (
    [name, path]: Reference,
    member: string,
    what = ACCESSIBLE,
    signature = '',
    body: unknown[] = [],
  ) => bus.call({ name, path, interface: what }, member, signature, body);
  const property = async (reference: Reference, name: string, what = ACCESSIBLE): Promise<unknown> => {
    const [value] = await ask(reference, 'Get', 'org.freedesktop.DBus.Properties', 'ss', [what, name]);
    return value;
  };
  const childrenOf = async (reference: Reference): Promise<readonly Reference[]> => {
    const [children] = await ask(reference, 'GetChildren');
    return children as readonly Reference[];
  };
  const statesOf = async (reference: Reference): Promise<readonly string[]> => {
    const [words] = await ask(reference, 'GetState');
    const [low = 0] = words as readonly number[];
    return Object.entries(STATES).flatMap(([bit, name]) => ((low >>> Number(bit)) & 1 ? [name] : []));
  };
  const actionsOf = async (reference: Reference): Promise<readonly string[]> => {
    const [interfaces] = await ask(reference, 'GetInterfaces');
    if (!(interfaces as readonly string[]).includes('org.a11y.atspi.Action')) return [];
    const [actions] = await ask(reference, 'GetActions', 'org.a11y.atspi.Action');
    return (actions as readonly (readonly string[])[]).map(([name = '']) => name);
  };
  const describe = async (reference: Reference): Promise<Spoken> => {
    const [[role], name, states, actions] = await Promise.all([
      ask(reference, 'GetRoleName'),
      property(reference, 'Name'),
      statesOf(reference),
      actionsOf(reference),
    ]);
    return {
      role: String(role),
      name: String(name),
      states,
      actions,
      press: async () => void (await ask(reference, 'DoAction', 'org.a11y.atspi.Action', 'i', [0])),
    };
  };
  const walk = async (reference: Reference): Promise<readonly Spoken[]> => {
    const children = await childrenOf(reference);
    const below = await Promise.all(children.map((child) => walk(child).catch(() => [])));
    return [await describe(reference), ...below.flat()];
  };
  return {
    env,
    read: async () => {
      const [app] = await childrenOf(['org.a11y.atspi.Registry', ROOT]);
      return app === undefined ? [] : walk(app);
    },
    stop: async () => {
      bus.close();
      await running.stop();
    },
  };
}
