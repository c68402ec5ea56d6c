import { expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { createTestClock } from '../test-clock.test-support';
import { bytesOfProcesses, readMachine } from './machine-memory';
import { SAMPLE_MS, startMemory } from './memory';

const MB = 1_000_000;
const nothing = (): void => undefined;

function setUp() {
  const clock = createTestClock(1_000);
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  const given = {
    processes: new Map<string, readonly number[]>([['a', [1, 1, 2]]]),
    bytes: new Map([
      [1, 60 * MB],
      [2, 41 * MB],
      [3, 200 * MB],
    ]),
    isOnBattery: false,
    availableBytes: 8_000 * MB,
  };
  const listeners = { page: nothing, power: nothing };
  const samples: number[] = [];
  const stop = startMemory(store, {
    ...clock,
    processes: () => given.processes,
    bytesOf: (pids) => {
      samples.push(pids.length);
      return given.bytes;
    },
    machine: () => ({
      machineBytes: 16_000 * MB,
      availableBytes: given.availableBytes,
      stalledPercent: undefined,
    }),
    isOnBattery: () => given.isOnBattery,
    onPower: (listener) => {
      listeners.power = listener;
      return nothing;
    },
    onPage: (listener) => {
      listeners.page = listener;
      return nothing;
    },
  });
  return {
    clock,
    store,
    given,
    listeners,
    samples,
    stop,
    resources: () => store.getState().session.resources,
  };
}

it('Z31 nothing is looked at before a page is there, nor once none is', () => {
  const { clock, given, listeners, samples, stop } = setUp();
  listeners.power();
  clock.pass(SAMPLE_MS * 10);
  expect(samples).toEqual([]);
  listeners.page();
  listeners.page();
  clock.pass(SAMPLE_MS);
  expect(samples).toEqual([2]);
  given.processes = new Map();
  clock.pass(SAMPLE_MS * 10);
  expect([samples.length, clock.waiting()]).toEqual([2, 0]);
  listeners.page();
  stop();
  expect(clock.waiting()).toBe(0);
});

it('Z31 the memory of a service is that of its processes, each once, in steps of 5 MB', () => {
  const { clock, given, listeners, store, resources } = setUp();
  given.processes = new Map([
    ['a', [1, 1, 2, 9]],
    ['b', [3]],
  ]);
  listeners.page();
  clock.pass(5_000);
  expect(resources()).toEqual({
    sampledAtMs: 6_000,
    bytesByService: { a: 100 * MB, b: 200 * MB },
    machineBytes: 16_000 * MB,
    isPressed: false,
    isOnBattery: false,
  });
  const { revision } = store.getState();
  given.bytes.set(1, 63.9 * MB);
  clock.pass(SAMPLE_MS);
  expect(store.getState().revision).toBe(revision);
  given.bytes.set(1, 64.1 * MB);
  clock.pass(SAMPLE_MS);
  expect(resources().bytesByService['a']).toBe(105 * MB);
});

it('Z31 a process of two services is split', () => {
  const { clock, given, listeners, resources } = setUp();
  given.processes = new Map([
    ['a', [1, 3]],
    ['b', [3]],
  ]);
  listeners.page();
  clock.pass(5_000);
  expect(resources().bytesByService).toEqual({ a: 160 * MB, b: 100 * MB });
});

it('Z31 Z32 the battery is known at once, want of memory at the next look', () => {
  const { clock, given, listeners, resources } = setUp();
  listeners.page();
  clock.pass(5_000);
  given.isOnBattery = true;
  given.availableBytes = 500 * MB;
  listeners.power();
  expect(resources()).toMatchObject({ isOnBattery: true, isPressed: true });
});

const files: Readonly<Record<string, string>> = {
  '/proc/7/status': 'Name:\tfoyer\nRssAnon:\t   50000 kB\nRssFile:\t  90000 kB\n',
  '/proc/meminfo': 'MemTotal:       16000000 kB\nMemAvailable:    8000000 kB\n',
  '/proc/pressure/memory': 'some avg10=12.50 avg60=0.00 avg300=0.00 total=0\nfull avg10=1.00\n',
};
const read = (path: string): string | undefined => files[path];
const metrics = () => [
  { pid: 7, memory: { workingSetSize: 100, peakWorkingSetSize: 0, privateBytes: 40 } },
  { pid: 8, memory: { workingSetSize: 100, peakWorkingSetSize: 0 } },
  { pid: 9, memory: { workingSetSize: 100, peakWorkingSetSize: 0 } },
];

it('Z31 what a process has for itself is read where the system says it', () => {
  expect([...bytesOfProcesses([7, 8], 'linux', () => [], read)]).toEqual([[7, 51_200_000]]);
  expect([...bytesOfProcesses([7, 8], 'win32', metrics, read)]).toEqual([
    [7, 40 * 1024],
    [8, 100 * 1024],
  ]);
  expect([...bytesOfProcesses([], 'darwin', metrics, read)]).toEqual([]);
});

it('Z32 what the machine has left is read where the system says it', () => {
  const memory = () => ({ free: 10, fileBacked: 100, purgeable: 5 });
  expect(readMachine('linux', memory, read)).toMatchObject({
    availableBytes: 8_192_000_000,
    stalledPercent: 12.5,
  });
  expect(readMachine('linux', memory, () => undefined)).toMatchObject({
    availableBytes: undefined,
    stalledPercent: undefined,
  });
  expect(readMachine('darwin', memory, read).availableBytes).toBe(115 * 1024);
  expect(readMachine('darwin', () => ({ free: 10 }), read).availableBytes).toBeUndefined();
  expect(readMachine('win32', memory, read).availableBytes).toBeGreaterThan(0);
});
