/** What a key does on the bar. */
export type BarKey =
  | { readonly kind: 'focus'; readonly index: number }
  | { readonly kind: 'move'; readonly toIndex: number }
  | { readonly kind: 'menu' }
  | { readonly kind: 'leave' };

/** What stands on the bar, from its top: buttons before the services, the services, and others up to so many in all. */
interface BarButtons {
  readonly before: number;
  readonly services: number;
  readonly buttons: number;
}

interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Decides what a key does on the bar. Arrows, Home and End move the focus and wrap round; with Alt they move the
 * service, as far as the end.
 * @param index which of the bar's buttons has the focus
 */
export function decideBarKey(
  press: KeyPress,
  index: number,
  { before, services, buttons }: BarButtons,
): BarKey | undefined {
  if (press.ctrlKey || press.metaKey) return undefined;
  const isService = index >= before && index < before + services;
  if (press.key === 'ContextMenu' || (press.key === 'F10' && press.shiftKey)) {
    return isService ? { kind: 'menu' } : undefined;
  }
  if (press.shiftKey) return undefined;
  if (press.key === 'Escape') return { kind: 'leave' };
  if (!press.altKey) {
    const target = targetOf(press.key, index, buttons);
    if (target === undefined) return undefined;
    const wrapped = (target + buttons) % buttons;
    return wrapped === index ? undefined : { kind: 'focus', index: wrapped };
  }
  const place = index - before;
  const target = targetOf(press.key, place, services);
  if (!isService || target === undefined) return undefined;
  const toIndex = Math.min(services - 1, Math.max(0, target));
  return toIndex === place ? undefined : { kind: 'move', toIndex };
}

function targetOf(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return index - 1;
    case 'ArrowDown':
      return index + 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
