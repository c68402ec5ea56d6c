import * as z from 'zod/mini';
import { channelIdSchema } from './channel';
import { serviceIdSchema } from './service';

/** Most that are kept. */
export const SERVER_MUTES_MAX = 20_000;

export const serverMuteSchema = z.object({
  serviceId: serviceIdSchema,
  channelId: channelIdSchema,
  muted: z.boolean(),
  /** Changed on the server after the person last said here what they want of the channel. */
  isLater: z.boolean(),
});

/** Whether a channel is muted on its server, where that was ever said or a rule has to be told from it. */
export type ServerMute = Readonly<z.infer<typeof serverMuteSchema>>;

/** What the server is being asked for; `undefined` where what it then says of itself is not known. */
export interface AskedMute {
  readonly channelId: string;
  readonly muted: boolean | undefined;
}
