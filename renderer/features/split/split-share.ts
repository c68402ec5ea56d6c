import type { Projection } from '../../../electron/core/ipc/projection';

type Sides = NonNullable<Projection['sides']>;

/** So much a press of an arrow moves the divider, and with Shift. */
const STEP = 0.02;
const LARGE_STEP = 0.1;

/** Gives the share that the first side has with the middle of the divider at a point of the window. */
export function shareAt(
  { direction, first, second, divider }: Sides,
  point: { readonly x: number; readonly y: number },
  isRightToLeft: boolean,
): number {
  const isRow = direction === 'row';
  const whole = isRow ? first.width + second.width : first.height + second.height;
  const half = (isRow ? divider.width : divider.height) / 2;
  const from = !isRow
    ? point.y - first.y
    : isRightToLeft
      ? first.x + first.width - point.x
      : point.x - first.x;
  return whole === 0 ? 0.5 : (from - half) / whole;
}

/** Gives the share that a key on the divider wants; `undefined` leaves the key alone. */
export function shareByKey(
  { direction, share, shareMin, shareMax }: Sides,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  isRightToLeft: boolean,
): number | undefined {
  const step = shiftKey ? LARGE_STEP : STEP;
  const ahead = direction === 'row' && isRightToLeft ? -step : step;
  const [back, on] = direction === 'row' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  switch (key) {
    case back:
      return within(share - ahead, shareMin, shareMax);
    case on:
      return within(share + ahead, shareMin, shareMax);
    case 'Home':
      return shareMin;
    case 'End':
      return shareMax;
    case 'Enter':
      return 0.5;
    default:
      return undefined;
  }
}

const within = (share: number, min: number, max: number): number => Math.min(max, Math.max(min, share));
