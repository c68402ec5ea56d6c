import type { Download, DownloadAct, DownloadFailure, DownloadProgress } from '../model/download';

/** What becomes of downloads. */
export type DownloadAction =
  | { readonly kind: 'download-started'; readonly download: Download }
  /** It goes on: after the app had ended, or after it had failed. */
  | { readonly kind: 'download-restarted'; readonly downloadId: string }
  /** The person has said where it is to be. */
  | {
      readonly kind: 'download-named';
      readonly downloadId: string;
      readonly path: string;
      readonly fileName: string;
    }
  | {
      readonly kind: 'download-progressed';
      readonly downloadId: string;
      readonly progress: DownloadProgress;
      readonly sizeBytes: number;
    }
  | { readonly kind: 'download-paused'; readonly downloadId: string; readonly isPaused: boolean }
  | {
      readonly kind: 'download-ended';
      readonly downloadId: string;
      readonly outcome: 'done' | 'failed' | 'cancelled';
      readonly failure: DownloadFailure | null;
      readonly isRisky: boolean;
      readonly nowMs: number;
    }
  /** By the person. */
  | { readonly kind: 'download-acted'; readonly downloadId: string; readonly act: DownloadAct }
  /** Those that are over are taken from the list. */
  | { readonly kind: 'downloads-cleared' };
