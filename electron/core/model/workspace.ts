import * as z from 'zod/mini';
import { serviceIdsSchema } from './service';

/** Most workspaces there can be, and longest name of one in UTF-16 units. */
export const WORKSPACES_MAX = 50;
export const WORKSPACE_NAME_MAX = 80;

export const workspaceIdSchema = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/));

export const workspaceSchema = z.object({
  id: workspaceIdSchema,
  name: z.string().check(z.minLength(1), z.maxLength(WORKSPACE_NAME_MAX)),
  /** In the order in which they stand on the bar while it is up. A service may be in several. */
  serviceIds: serviceIdsSchema,
  /** While it is not up, what comes in its services is held. */
  staysQuiet: z.boolean(),
});

export type WorkspaceId = z.infer<typeof workspaceIdSchema>;
/** A named group of services. */
export type Workspace = Readonly<Omit<z.infer<typeof workspaceSchema>, 'serviceIds'>> & {
  readonly serviceIds: readonly string[];
};
