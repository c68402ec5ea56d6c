/** What a key does on the bar. */
export type BarKey =
  | { readonly kind: 'focus'; readonly index: number }
  | { readonly kind: 'move'; readonly toIndex: number }
  | { readonly kind: 'menu' }
  | { readonly kind: 'leave' };

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
 * @param index which of the bar's buttons has the focus; from `serviceCount` on they are no services
 */
export function decideBarKey(
  press: KeyPress,
  index: number,
  serviceCount: number,
  buttonCount: number,
): BarKey | undefined {
  if (press.ctrlKey || press.metaKey) return undefined;
  const isService = index < serviceCount;
  if (press.key === 'ContextMenu' || (press.key === 'F10' && press.shiftKey)) {
    return isService ? { kind: 'menu' } : undefined;
  }
  if (press.shiftKey) return undefined;
  if (press.key === 'Escape') return { kind: 'leave' };
  const target = targetOf(press.key, index, press.altKey ? serviceCount : buttonCount);
  if (target === undefined) return undefined;
  if (!press.altKey) {
    const wrapped = (target + buttonCount) % buttonCount;
    return wrapped === index ? undefined : { kind: 'focus', index: wrapped };
  }
  const toIndex = Math.min(serviceCount - 1, Math.max(0, target));
  return isService && toIndex !== index ? { kind: 'move', toIndex } : undefined;
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
