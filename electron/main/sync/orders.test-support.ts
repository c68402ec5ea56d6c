import type { Action } from '../../core/state/actions';
import { noTweaks, tweaksOf } from '../../core/model/tweaks';
import { added, madeOf, meet, put, startMachine, type Machine } from './world.test-support';

/** Whole numbers from 0 up to but not including `below`, the same for the same seed. */
export type Dice = (below: number) => number;

export function createDice(seed: number): Dice {
  const now = { state: seed >>> 0 || 1 };
  return (below) => {
    now.state ^= now.state << 13;
    now.state ^= now.state >>> 17;
    now.state ^= now.state << 5;
    now.state >>>= 0;
    return now.state % below;
  };
}

/** What somebody put in, and who took it out again with nobody putting it in anew. */
interface Ledger {
  readonly put: Set<string>;
  readonly taken: Set<string>;
}

/** What became of one order of edits. */
export interface Outcome {
  /** All machines have the same. */
  readonly isSame: boolean;
  /** What was put in and never taken out, and is not there. */
  readonly lost: readonly string[];
  /** What was taken out, and is there again though nobody wanted it. */
  readonly back: readonly string[];
}

/**
 * Has two to four machines do things in a random order while files come late, twice, cut off, in any order, while machines
 * end in the middle and clocks go wrong; then has all of them meet.
 */
export async function runOrder(seed: number, steps: number): Promise<Outcome> {
  const dice = createDice(seed);
  const key = Buffer.alloc(32, 7);
  const machines = Array.from({ length: 2 + dice(3) }, () => startMachine(key));
  const ledger: Ledger = { put: new Set(), taken: new Set() };
  const one = (): Machine => machines[dice(machines.length)] ?? machines[0] ?? startMachine(key);
  for (let step = 0; step < steps; step += 1) {
    const machine = one();
    const kind = dice(10);
    if (kind < 5) edit(machine, dice, ledger, `${step}`);
    else if (kind < 7) await machine.round();
    else if (kind === 7) {
      carryOne(machine, one(), dice);
    } else if (kind === 8) {
      machine.setClock((dice(2000) - 1000) * 86_400_000);
      if (dice(3) === 0) machine.cutNext(dice(200));
    } else {
      await machine.round();
      if (dice(3) === 0) machine.crash();
    }
  }
  for (const machine of machines) machine.cutNext(undefined);
  await meet(machines);
  const [first = [], ...others] = machines.map((machine) => JSON.stringify(madeOf(machine)));
  const text = String(first);
  return {
    isSame: others.every((other) => other === text),
    lost: [...ledger.put].filter((mark) => !ledger.taken.has(mark) && !text.includes(`«${mark}»`)),
    back: [...ledger.taken].filter((mark) => text.includes(`«${mark}»`)),
  };
}

/** Whole, cut off, or as the copy of a conflict. */
function carryOne(from: Machine, to: Machine, dice: Dice): void {
  const names = [...from.folder.keys()].filter((name) => name.endsWith('.sync'));
  const name = names[dice(Math.max(1, names.length))];
  const file = name === undefined ? undefined : from.folder.get(name);
  if (name === undefined || file === undefined || from === to) return;
  const how = dice(5);
  if (how === 0) put(to.folder, name, file.bytes.subarray(0, dice(file.bytes.length)));
  else if (how === 1) put(to.folder, name.replace('.sync', ' (conflict).sync'), file.bytes);
  else put(to.folder, name, file.bytes);
}

/** Does one thing that leaves a mark, or takes one away. */
function edit(machine: Machine, dice: Dice, { put: came, taken }: Ledger, mark: string): void {
  const { services, tweaks, rules, workspaces, settings } = machine.kept();
  const act = (action: Action): void => machine.act(action);
  const service = services[dice(Math.max(1, services.length))];
  const kind = dice(9);
  if (service === undefined || kind === 0) {
    const id = `s${mark}-${machine.book().machineId.slice(0, 6)}`;
    act(added(id));
    act({ kind: 'service-renamed', serviceId: id, name: `Service «${id}»` });
    came.add(id);
  } else if (kind === 1) {
    // Whatever hung on it was taken out with it; what somebody did to it meanwhile brings it back, which is no fault.
    for (const one of JSON.stringify([
      service,
      rules.filter(({ scope }) => 'serviceId' in scope && scope.serviceId === service.id),
      tweaksOf(tweaks, service.id),
    ]).matchAll(/«(.*?)»/g))
      came.delete(one[1] ?? '');
    act({ kind: 'service-removed', serviceId: service.id });
    if (dice(3) === 0) act({ kind: 'service-removal-final', serviceId: service.id });
  } else if (kind === 2) {
    // There is room for twenty.
    if (service.ownNames.length > 8) return;
    act({
      kind: 'service-own-names-set',
      serviceId: service.id,
      ownNames: [...service.ownNames, `«n${mark}»`],
    });
    came.add(`n${mark}`);
  } else if (kind === 3) {
    const { css } = tweaksOf(tweaks, service.id) ?? noTweaks(service.id);
    const lines = css.split('\n').filter(Boolean);
    lines.splice(dice(lines.length + 1), 0, `/* «c${mark}» */`);
    act({ kind: 'service-tweaked', serviceId: service.id, changes: { css: `${lines.join('\n')}\n` } });
    came.add(`c${mark}`);
  } else if (kind === 4) {
    act({ kind: 'service-moved', serviceId: service.id, toIndex: dice(services.length) });
  } else if (kind === 5) {
    const scope = {
      kind: 'channel',
      serviceId: service.id,
      channelId: `«r${mark}»`,
      name: '',
      channelKind: 'public',
    } as const;
    act({ kind: 'rule-set', scope, values: { sound: dice(2) === 0, preview: 'sender' } });
    came.add(`r${mark}`);
  } else if (kind === 6) {
    const name = `«w${mark}»`;
    act({
      kind: 'workspace-added',
      workspace: { id: `w${mark}`, name, serviceIds: [service.id], staysQuiet: false },
    });
    came.add(`w${mark}`);
  } else if (kind === 7) {
    const word = settings.spelling.words[dice(Math.max(1, settings.spelling.words.length))];
    const isTaking = word !== undefined && dice(2) === 0;
    const words = isTaking
      ? settings.spelling.words.filter((one) => one !== word)
      : [...settings.spelling.words, `«d${mark}»`];
    act({ kind: 'settings-changed', settings: { spelling: { ...settings.spelling, words } } });
    if (isTaking) taken.add(word.replaceAll(/[«»]/g, ''));
    else came.add(`d${mark}`);
  } else {
    const workspace = workspaces[dice(Math.max(1, workspaces.length))];
    if (workspace !== undefined)
      act({
        kind: 'workspace-services-set',
        workspaceId: workspace.id,
        serviceIds: [...workspace.serviceIds, service.id],
      });
    act({ kind: 'settings-changed', settings: { theme: dice(2) === 0 ? 'dark' : 'light' } });
  }
}
