import { describe, expect, it } from 'vitest';
import { toPart, toProcessRows, type ProcessFacts } from './to-process-rows';

const aProcess = (pid: number, changes: Partial<ProcessFacts> = {}): ProcessFacts => ({
  pid,
  part: 'helpers',
  bytes: 100,
  cpuPercent: 10,
  startedAtMs: pid,
  ...changes,
});
const ofService = (serviceId: string) => ({ kind: 'service', serviceId }) as const;

describe('what each service uses', () => {
  it('Z70 is the sum of its processes, each once, from the oldest on', () => {
    const { rows } = toProcessRows([aProcess(7), aProcess(3)], new Map([['a', [7, 3, 7]]]));
    expect(rows).toEqual([{ of: ofService('a'), bytes: 200, cpuPercent: 20, sinceMs: 3, isShared: false }]);
  });

  it('Z70 is nothing where it has no process, or that is gone', () => {
    const none = { bytes: null, cpuPercent: null, sinceMs: null, isShared: false };
    const services = new Map([
      ['asleep', []],
      ['gone', [9]],
    ]);
    expect(toProcessRows([], services)).toEqual({
      rows: [
        { of: ofService('asleep'), ...none },
        { of: ofService('gone'), ...none },
      ],
      bytes: 0,
      cpuPercent: null,
    });
  });

  it('Z71 is its part of a process that others are in, and says so; the rows add up to the whole', () => {
    const shared = new Map([
      ['a', [1, 2]],
      ['b', [2]],
    ]);
    const main = aProcess(5, { part: 'main' });
    const { rows, bytes, cpuPercent } = toProcessRows([aProcess(1), aProcess(2), main], shared);
    expect(rows.map(({ bytes: own, isShared }) => [own, isShared])).toEqual([
      [150, true],
      [50, true],
      [100, false],
    ]);
    expect([bytes, cpuPercent]).toEqual([300, 30]);
  });

  it('Z71 leaves out of a sum what nothing says', () => {
    const quiet = { bytes: undefined, cpuPercent: undefined };
    const services = new Map([
      ['a', [1, 2]],
      ['b', [2]],
    ]);
    const { rows, cpuPercent } = toProcessRows([aProcess(1), aProcess(2, quiet)], services);
    expect(rows.map((row) => row.bytes)).toEqual([100, null]);
    expect(cpuPercent).toBe(10);
  });

  it('Z72 Foyer’s own are by part, several processes of one part together', () => {
    const { rows } = toProcessRows(
      [aProcess(1, { part: 'main' }), aProcess(2), aProcess(3), aProcess(4, { part: 'inbox' })],
      new Map(),
    );
    expect(rows.map(({ of, bytes }) => [of, bytes])).toEqual([
      [{ kind: 'part', part: 'main' }, 100],
      [{ kind: 'part', part: 'helpers' }, 200],
      [{ kind: 'part', part: 'inbox' }, 100],
    ]);
  });

  it.each([
    [{ pid: 1, type: 'Browser' }, 'main'],
    [{ pid: 2, type: 'Tab' }, 'shell'],
    [{ pid: 3, type: 'Tab' }, 'helpers'],
    [{ pid: 4, type: 'GPU' }, 'gpu'],
    [
      { pid: 5, type: 'Utility', name: 'Network Service', serviceName: 'network.mojom.NetworkService' },
      'network',
    ],
    [{ pid: 6, type: 'Utility', name: 'Foyer inbox', serviceName: 'node.mojom.NodeService' }, 'inbox'],
    [
      { pid: 7, type: 'Utility', name: 'Foyer listeners', serviceName: 'node.mojom.NodeService' },
      'listeners',
    ],
    [{ pid: 8, type: 'Utility', name: 'Audio Service' }, 'helpers'],
    [{ pid: 9, type: 'Zygote' }, 'helpers'],
  ])('Z72 %j is of the part %s', (process, part) => {
    expect(toPart(process, [2])).toBe(part);
  });
});
