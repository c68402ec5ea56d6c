import type { ReactNode } from 'react';
import type { SettingsPlace } from '../../../electron/core/state/app-state';

/** One line of the settings. */
export interface SettingRow {
  readonly key: string;
  /** What the row can be found by. */
  readonly texts: readonly (string | undefined)[];
  readonly row: ReactNode;
}

/** Settings that belong together. */
export interface SettingSection {
  /** Given where it can be led to. */
  readonly place?: SettingsPlace;
  readonly title: string;
  readonly rows: readonly SettingRow[];
}
