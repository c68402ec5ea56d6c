import type { ServiceId } from './service';

/** Why a page must stay: closing it would end or lose something of the person's. In the order in which they are kept. */
export const busyReasons = [
  'call',
  'recording',
  'upload',
  'download',
  'draft',
  'media',
  'asking',
  'unsaved',
] as const;
export type BusyReason = (typeof busyReasons)[number];

/** What the pages use, and what the machine has. */
export interface Resources {
  /** When it was looked at last; 0 while it never was. */
  readonly sampledAtMs: number;
  /** Private memory of each service's pages, in steps of 5 MB; only those that have a page. */
  readonly bytesByService: Readonly<Record<ServiceId, number>>;
  /** All the memory of the machine. */
  readonly machineBytes: number;
  /** The machine is short of memory. */
  readonly isPressed: boolean;
  readonly isOnBattery: boolean;
}

export const unsampled: Resources = {
  sampledAtMs: 0,
  bytesByService: {},
  machineBytes: 0,
  isPressed: false,
  isOnBattery: false,
};
