import type { ServiceId } from '../core/model/service';

/** Whose something is that comes of a session: of the page's service, else of the one at the address. */
export type OwnerOf = (page: { readonly id: number } | null | undefined, url: string) => ServiceId;
