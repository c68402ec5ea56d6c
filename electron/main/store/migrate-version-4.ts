import * as z from 'zod/mini';
import { defaultKeySettings } from '../../core/model/key-settings';
import { defaultSettings } from '../../core/model/settings';
import { migration } from './migration';

const schema = z.looseObject({
  version: z.literal(4),
  services: z.array(z.looseObject({})),
  settings: z.looseObject({}),
});

/** To version 5: keys as they come, no workspaces, every page at its own size; what is new in the settings as it is by itself. */
export const version4 = migration(4, schema, (old) => ({
  ...old,
  services: old.services.map((service) => ({ ...service, zoomPercent: 100, ownKeys: [] })),
  settings: { ...defaultSettings, ...old.settings },
  keys: defaultKeySettings,
  workspaces: [],
  activeWorkspaceId: null,
}));
