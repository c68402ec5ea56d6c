import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Message, type MessageBus, sessionBus, Variant } from 'dbus-next';
import { type RunningProcess, startProcess } from '../servers/lib/process.js';

export interface BusConnection {
  readonly bus: MessageBus;
  /** Calls a method and gives its answer with all variants opened. */
  call(
    target: BusTarget,
    member: string,
    signature?: string,
    body?: readonly unknown[],
  ): Promise<readonly unknown[]>;
  /** Asks the bus to send us what fits this match rule. */
  listen(rule: string): Promise<void>;
  close(): void;
}

export interface BusTarget {
  readonly name: string;
  readonly path: string;
  readonly interface: string;
}

const BUS: BusTarget = {
  name: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/** A session bus of its own in that folder. It starts no services by itself, and lets us watch all that passes. */
export async function startBus(
  folder: string,
): Promise<{ readonly address: string; readonly process: RunningProcess }> {
  const file = join(folder, 'bus.conf');
  await writeFile(
    file,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${join(folder, 'bus')}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
  <limit name="max_incoming_bytes">1000000000</limit>
  <limit name="max_outgoing_bytes">1000000000</limit>
  <limit name="max_message_size">134217728</limit>
  <limit name="max_match_rules_per_connection">50000</limit>
  <limit name="max_replies_per_connection">50000</limit>
</busconfig>
`,
  );
  const args = ['--nofork', '--nopidfile', '--nosyslog', `--config-file=${file}`, '--print-address=3'];
  const running = startProcess('/usr/bin/dbus-daemon', args, { name: 'dbus-daemon', hasReportPipe: true });
  return { address: await running.report, process: running };
}

/** Connects to that bus. */
export async function connectBus(address: string): Promise<BusConnection> {
  const bus = sessionBus({ busAddress: address });
  await new Promise<void>((resolve, reject) => {
    bus.once('connect', resolve);
    bus.once('error', reject);
  });
  bus.on('error', () => undefined); // after this point only that the bus has gone away
  const call: BusConnection['call'] = async (target, member, signature = '', body = []) => {
    const message = new Message({
      destination: target.name,
      path: target.path,
      interface: target.interface,
      member,
      signature,
      body: [...body],
    });
    const answer = await bus.call(message);
    return opened(answer?.body ?? []);
  };
  return {
    bus,
    call,
    listen: async (rule) => void (await call(BUS, 'AddMatch', 's', [rule])),
    close: () => bus.disconnect(),
  };
}

/** True when somebody owns that name on the bus. */
export async function hasOwner(connection: BusConnection, name: string): Promise<boolean> {
  const [isOwned] = await connection.call(BUS, 'NameHasOwner', 's', [name]);
  return isOwned === true;
}

/** The same values without the variants they were wrapped in, all numbers as numbers. */
export function opened(body: readonly unknown[]): readonly unknown[] {
  return body.map(open);
}

function open(value: unknown): unknown {
  if (value instanceof Variant) return open(value.value);
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(open);
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, open(inner)]));
}
