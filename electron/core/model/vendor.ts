import * as z from 'zod/mini';

/** Other apps whose links Foyer opens, where the person wants that; each name is the scheme of its links. */
export const vendorSchema = z.enum(['rocketchat', 'mattermost', 'zulip', 'element']);
export type Vendor = z.infer<typeof vendorSchema>;
export const vendors: readonly Vendor[] = vendorSchema.options;
