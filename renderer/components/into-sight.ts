/** Brings a row into sight that is not; given as its `ref` once it is chosen. */
export const intoSight = (row: HTMLElement | null): void => row?.scrollIntoView({ block: 'nearest' });
