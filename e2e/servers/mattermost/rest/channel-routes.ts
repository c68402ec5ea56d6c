import { z } from 'zod';
import {
  archiveChannel,
  convertChannel,
  createChannel,
  directChannel,
  groupChannel,
  patchChannel,
  restoreChannel,
} from '../acts/channels.js';
import { noPermission } from '../errors.js';
import { type ApiRoutes, bodyOf, created, OK, ownChannel, seenChannel } from './context.js';

const patchSchema = z
  .object({ display_name: z.string(), name: z.string(), header: z.string(), purpose: z.string() })
  .partial();
const newSchema = z.object({
  team_id: z.string(),
  name: z.string(),
  display_name: z.string(),
  type: z.enum(['O', 'P']),
});

/** Channels themselves. */
export const channelRoutes: ApiRoutes = {
  'POST /channels': async (context) => {
    const body = bodyOf(context, newSchema);
    const creatorId = context.session.userId;
    if (!context.state.teams[body.team_id]?.memberIds.includes(creatorId)) throw noPermission();
    const channel = await context.step((world) =>
      createChannel(world, {
        teamId: body.team_id,
        name: body.name,
        displayName: body.display_name,
        type: body.type,
        creatorId,
      }),
    );
    return created(context, channel);
  },

  'POST /channels/direct': async (context) => {
    const { userId } = context.session;
    const [one, other] = bodyOf(context, z.tuple([z.string(), z.string()]));
    if (one !== userId && other !== userId) throw noPermission();
    const otherId = one === userId ? other : one;
    return created(context, await context.step((world) => directChannel(world, userId, otherId)));
  },

  'POST /channels/group': async (context) => {
    const ids = bodyOf(context, z.array(z.string()));
    const all = [...new Set([context.session.userId, ...ids])];
    return created(context, await context.step((world) => groupChannel(world, all)));
  },

  'GET /channels/:channel': (context) => seenChannel(context),

  'GET /channels/:channel/stats': (context) => {
    const { id } = seenChannel(context);
    const count = Object.keys(context.state.members[id] ?? {}).length;
    return { channel_id: id, member_count: count, guest_count: 0, pinnedpost_count: 0, files_count: 0 };
  },

  'PUT /channels/:channel/patch': async (context) => {
    const { id } = ownChannel(context);
    const patch = bodyOf(context, patchSchema);
    return context.step((world) => patchChannel(world, id, context.session.userId, patch));
  },

  'PUT /channels/:channel/privacy': async (context) => {
    const { id } = ownChannel(context);
    const { privacy } = bodyOf(context, z.object({ privacy: z.enum(['O', 'P']) }));
    return context.step((world) => convertChannel(world, id, privacy));
  },

  'DELETE /channels/:channel': async (context) => {
    const { id } = ownChannel(context);
    await context.step((world) => archiveChannel(world, id, context.session.userId));
    return OK;
  },

  'POST /channels/:channel/restore': async (context) => {
    const { id } = ownChannel(context);
    return created(context, await context.step((world) => restoreChannel(world, id, context.session.userId)));
  },
};
