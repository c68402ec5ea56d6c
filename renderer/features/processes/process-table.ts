import type { FoyerPart, ProcessList, ProcessRow } from '../../../electron/core/decide/to-process-rows';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { isAsleep } from '../sidebar/service-state';

/** What is said of a service's page, as keys of `processes.state`. */
export type ProcessState = 'awake' | 'loading' | 'leaving' | 'asleep' | 'listening' | 'failed' | 'hung';

/** What the table can be ordered by. */
export type ProcessColumn = 'name' | 'bytes' | 'cpuPercent' | 'sinceMs';

/** The order of the table. */
export interface ProcessOrder {
  readonly by: ProcessColumn;
  readonly isDescending: boolean;
}

/** One line of the table. */
export interface ProcessLine extends Pick<ProcessRow, 'bytes' | 'cpuPercent' | 'sinceMs' | 'isShared'> {
  readonly key: string;
  readonly name: string;
  /** Undefined for a part of Foyer. */
  readonly service: ServiceProjection | undefined;
}

/** Says in a word how a service is. */
export function toProcessState(service: ServiceProjection): ProcessState {
  if (isAsleep(service)) return service.listening === 'live' ? 'listening' : 'asleep';
  switch (service.load.kind) {
    case 'failed':
    case 'crashed':
      return 'failed';
    case 'hung':
      return 'hung';
    case 'waiting':
    case 'loading':
      return service.attempt > 0 ? 'failed' : 'loading';
    default:
      return service.isSleepAsked ? 'leaving' : 'awake';
  }
}

/** Gives the lines of services that are on, and those of Foyer itself. */
export function toProcessLines(
  { rows }: ProcessList,
  services: readonly ServiceProjection[],
  nameOf: (part: FoyerPart) => string,
): { readonly services: readonly ProcessLine[]; readonly parts: readonly ProcessLine[] } {
  const ofServices = services
    .filter(({ enabled }) => enabled)
    .map((service): ProcessLine => {
      const row = rows.find(({ of }) => of.kind === 'service' && of.serviceId === service.id);
      const { load } = service;
      return {
        key: service.id,
        name: service.name,
        service,
        bytes: row?.bytes ?? null,
        cpuPercent: row?.cpuPercent ?? null,
        sinceMs: load.kind === 'asleep' ? load.sinceMs : (row?.sinceMs ?? null),
        isShared: row?.isShared ?? false,
      };
    });
  const parts = rows.flatMap(({ of, ...row }): readonly ProcessLine[] =>
    of.kind === 'part' ? [{ ...row, key: of.part, name: nameOf(of.part), service: undefined }] : [],
  );
  return { services: ofServices, parts };
}

/** Gives the lines in order; what is not known comes last either way, what is equal by name. */
export function inOrder(
  lines: readonly ProcessLine[],
  { by, isDescending }: ProcessOrder,
  locale: string,
): readonly ProcessLine[] {
  const turn = isDescending ? -1 : 1;
  const byName = (a: ProcessLine, b: ProcessLine): number => a.name.localeCompare(b.name, locale);
  return lines.toSorted((a, b) => {
    if (by === 'name') return turn * byName(a, b);
    const [left, right] = [a[by], b[by]];
    if (left === null || right === null)
      return Number(left === null) - Number(right === null) || byName(a, b);
    return turn * (left - right) || byName(a, b);
  });
}

/** Gives the lines as they stood before, new ones at the end: nothing moves away under a pointer or the keyboard. */
export function asBefore(lines: readonly ProcessLine[], keys: readonly string[]): readonly ProcessLine[] {
  const placeOf = ({ key }: ProcessLine): number => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  return lines.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** The order that a press on a column's name gives: numbers begin with the largest, another press turns it round. */
export const pressColumn = (order: ProcessOrder, by: ProcessColumn): ProcessOrder => ({
  by,
  isDescending: order.by === by ? !order.isDescending : by === 'bytes' || by === 'cpuPercent',
});
