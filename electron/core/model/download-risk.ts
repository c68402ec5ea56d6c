/** What makes a downloaded file one to be warned of. */
export type RiskKind = 'program' | 'script' | 'installer' | 'disk' | 'macros' | 'shortcut';

/** Why a downloaded file is warned of. */
export interface DownloadRisk {
  readonly kind: RiskKind;
  /** What it pretends to be: `pdf` for `bill.pdf.exe`. */
  readonly disguise: string | undefined;
}
