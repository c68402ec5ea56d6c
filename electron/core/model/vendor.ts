import * as z from 'zod/mini';

/** Other apps whose links Foyer opens, where the person wants that; each name is the scheme of its links. */
export const vendors = ['rocketchat', 'mattermost', 'zulip', 'element'] as const;
export const vendorSchema = z.enum(vendors);
export type Vendor = z.infer<typeof vendorSchema>;
