/** What a machine says of its memory. */
export interface MemoryFacts {
  readonly machineBytes: number;
  /** What programs could still have without something being taken from others; undefined where nothing says. */
  readonly availableBytes: number | undefined;
  /** The part of the last ten seconds in which something waited for memory, in percent; undefined where nothing says. */
  readonly stalledPercent: number | undefined;
  /** What was decided last. */
  readonly wasPressed: boolean;
}

/** Below this part of the machine's memory it is short of it; above the other it no longer is. */
const SHORT = { from: 0.08, until: 0.12 } as const;
const STALLED_PERCENT = { from: 10, until: 2 } as const;

/** Decides whether a machine is short of memory: little is left, or programs wait for it. It does not flutter. */
export function decidePressure(facts: MemoryFacts): boolean {
  const { machineBytes, availableBytes, stalledPercent = 0, wasPressed } = facts;
  const edge = wasPressed ? 'until' : 'from';
  const isShort =
    availableBytes !== undefined && machineBytes > 0 && availableBytes < machineBytes * SHORT[edge];
  return isShort || stalledPercent >= STALLED_PERCENT[edge];
}
