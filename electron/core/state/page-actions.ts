import type { ServiceId } from '../model/service';

/** What can be done with a page as a whole. */
export type PageAct =
  | 'back'
  | 'forward'
  | 'copy-address'
  | 'open-outside'
  | 'print'
  | 'save-pdf'
  | 'picture-in-picture';

/** What the person wants of a page, or of the window. */
export type PageAction =
  | { readonly kind: 'page-act-requested'; readonly serviceId: ServiceId; readonly act: PageAct }
  | { readonly kind: 'full-screen-toggled' };

/** What becomes of a page that fills the whole screen. */
export type FullScreenAction =
  | { readonly kind: 'full-screen-entered'; readonly serviceId: ServiceId; readonly host: string }
  | { readonly kind: 'full-screen-signed' }
  /** The person wants it to end, or it may not go on. */
  | { readonly kind: 'full-screen-left' };
