import type { ResetItemId } from '../decide/reset-settings';

/** What becomes of settings that are put back as they were at first. */
export type ResetAction =
  /** `copy`: where what was before lies. */
  | { readonly kind: 'settings-reset'; readonly items: readonly ResetItemId[]; readonly copy: string }
  | { readonly kind: 'settings-reset-undone' };
