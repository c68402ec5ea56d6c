import * as z from 'zod/mini';
import { serviceIdsSchema } from '../model/service';
import { WORKSPACE_NAME_MAX, workspaceIdSchema } from '../model/workspace';
import { answer } from './command-shape';

const name = z.string().check(z.maxLength(WORKSPACE_NAME_MAX));

/** What the shell window can have done with workspaces; part of the contract. */
export const workspaceCommands = {
  /** Puts one up; null: all services. */
  'workspace.activate': {
    input: z.object({ workspaceId: z.nullable(workspaceIdSchema) }),
    ...answer<void>(),
  },
  'workspace.add': {
    input: z.object({ name, serviceIds: serviceIdsSchema, staysQuiet: z.boolean() }),
    ...answer<void>(),
  },
  /** What is left out stays as it is; services are in the order of the workspace. */
  'workspace.change': {
    input: z.object({
      workspaceId: workspaceIdSchema,
      name: z.optional(name),
      serviceIds: z.optional(serviceIdsSchema),
      staysQuiet: z.optional(z.boolean()),
    }),
    ...answer<void>(),
  },
  'workspace.move': {
    input: z.object({
      workspaceId: workspaceIdSchema,
      toIndex: z.number().check(z.int(), z.minimum(0), z.maximum(1000)),
    }),
    ...answer<void>(),
  },
  /** Its services stay. */
  'workspace.remove': { input: z.object({ workspaceId: workspaceIdSchema }), ...answer<void>() },
} as const;
