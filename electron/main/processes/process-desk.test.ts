import { describe, expect, it } from 'vitest';
import { createProcessDesk, type Metric } from './process-desk';

const aMetric = (pid: number, seconds: number | undefined, percentCPUUsage = 0): Metric => ({
  pid,
  type: pid === 1 ? 'Browser' : 'Tab',
  creationTime: 50,
  memory: { workingSetSize: pid, peakWorkingSetSize: pid },
  cpu: { percentCPUUsage, ...(seconds !== undefined && { cumulativeCPUUsage: seconds }) },
});

function setUp() {
  const now = { ms: 1_000, metrics: [] as readonly Metric[], asked: 0 };
  const desk = createProcessDesk({
    metrics: () => {
      now.asked += 1;
      return now.metrics;
    },
    bytesOf: (metrics) => new Map(metrics.map(({ pid, memory }) => [pid, memory.workingSetSize * 10])),
    pidsByService: () => new Map([['a', [2]]]),
    shellPids: () => [3],
    cores: 4,
    nowMs: () => now.ms,
  });
  const at = (ms: number, ...metrics: readonly Metric[]) => {
    Object.assign(now, { ms, metrics });
    return desk.list();
  };
  return { at, now };
}

describe('the process desk', () => {
  it('Z73 looks when it is asked, and knows of the processor from the second time on', () => {
    const { at, now } = setUp();
    expect(now.asked).toBe(0);
    const first = at(1_000, aMetric(1, 5), aMetric(2, 1));
    expect(first.rows.map(({ bytes, cpuPercent }) => [bytes, cpuPercent])).toEqual([
      [20, null],
      [10, null],
    ]);
    const next = at(3_000, aMetric(1, 5.25), aMetric(2, 2));
    expect(next.rows.map(({ cpuPercent }) => cpuPercent)).toEqual([50, 12.5]);
    expect(next.cpuPercent).toBe(62.5);
    expect(now.asked).toBe(2);
  });

  it('Z73 counts from the beginning what has begun since', () => {
    const { at } = setUp();
    at(1_000, aMetric(1, 5));
    expect(at(2_000, aMetric(1, 5), aMetric(2, 0.25)).rows[0]?.cpuPercent).toBe(25);
  });

  it('Z73 begins anew after a while, and when the clock was set back', () => {
    const { at } = setUp();
    at(1_000, aMetric(1, 5));
    expect(at(12_000, aMetric(1, 6)).cpuPercent).toBeNull();
    expect(at(11_000, aMetric(1, 7)).cpuPercent).toBeNull();
    expect(at(12_000, aMetric(1, 7.5)).cpuPercent).toBe(50);
  });

  it('Z73 asked twice at once it says nothing by chance, and keeps the interval', () => {
    const { at } = setUp();
    at(1_000, aMetric(1, 5));
    expect(at(1_050, aMetric(1, 5.05)).cpuPercent).toBeNull();
    expect(at(2_000, aMetric(1, 5.5)).cpuPercent).toBe(50);
  });

  it('Z73 where only the whole machine is counted it is reckoned by core', () => {
    const { at } = setUp();
    at(1_000, aMetric(1, undefined, 3));
    expect(at(2_000, aMetric(1, undefined, 3)).cpuPercent).toBe(12);
  });
});
