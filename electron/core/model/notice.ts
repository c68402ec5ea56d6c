import type { ServiceId } from './service';

/** Something the shell tells the person, in a quiet line at the foot; each `kind` has its text in the locale file. */
export type Notice =
  | {
      readonly kind: 'service-removed';
      readonly id: string;
      readonly serviceId: ServiceId;
      readonly name: string;
    }
  | { readonly kind: 'data-cleared'; readonly id: string; readonly name: string }
  | {
      readonly kind: 'settings-restored';
      readonly id: string;
      readonly setAsideAs: string;
      readonly from: 'backup' | 'empty';
    }
  | { readonly kind: 'settings-from-newer'; readonly id: string; readonly setAsideAs: string }
  | { readonly kind: 'settings-not-saved'; readonly id: string; readonly reason: string }
  | {
      readonly kind: 'inbox-set-aside';
      readonly id: string;
      readonly why: 'broken' | 'newer' | 'key-lost';
      readonly setAsideAs: string;
    }
  | { readonly kind: 'download-done'; readonly id: string; readonly fileName: string }
  | { readonly kind: 'download-failed'; readonly id: string; readonly fileName: string }
  | { readonly kind: 'link-refused'; readonly id: string; readonly scheme: string };
