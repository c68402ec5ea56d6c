import * as z from 'zod/mini';

/** Marks the answer type of a command; nothing at run time. */
export const answer = <T>(): { readonly answer?: T } => ({});

/** What a command takes that takes nothing. */
export const nothing = z.undefined();
