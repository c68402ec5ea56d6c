import type { ServerChannel } from '@mattermost/types/channels';
import { openChannel, openThread, type Page, pathOf } from './actions.js';
import { pathHere } from './base.js';
import { placeOf } from './place.js';
import { loadChannel, loadThreads, type Store } from './store.js';

/** Goes where the path says, unless it says something else by the time what this needs has been asked for. */
export async function route(page: Page): Promise<void> {
  const { store } = page;
  const path = pathHere();
  const place = placeOf(path);
  const team = [...store.teams.values()].find((one) => 'team' in place && one.name === place.team);
  if (team !== undefined && team.id !== store.teamId) {
    store.teamId = team.id;
    await loadThreads(store, page.rest);
    if (pathHere() !== path) return;
  }
  switch (place.kind) {
    case 'channel':
    case 'messages': {
      const channel = await findChannel(page, place.identifier);
      if (pathHere() !== path) return;
      return channel === undefined ? openDefault(page) : openChannel(page, channel);
    }
    case 'post':
      return openPost(page, place.postId);
    case 'threads':
      Object.assign(store, { channelId: '', isInThreads: true, threadId: '', posts: [] });
      page.changed();
      return place.threadId === '' ? undefined : openThread(page, place.threadId);
    case 'root':
    case 'login':
    case 'select-team':
      return openDefault(page);
  }
}

/** Town Square of the team on screen, or of the first one. */
export async function openDefault(page: Page): Promise<void> {
  const { store } = page;
  const teamId = store.teamId || ([...store.teams.keys()][0] ?? '');
  const channel = [...store.channels.values()].find(
    (one) => one.team_id === teamId && one.name === 'town-square',
  );
  if (channel !== undefined) await openChannel(page, channel);
}

async function openPost(page: Page, postId: string): Promise<void> {
  const path = pathHere();
  const post = await page.rest.getPost(postId).catch(() => undefined);
  if (pathHere() !== path) return;
  const channel = page.store.channels.get(post?.channel_id ?? '');
  if (post === undefined || channel === undefined) return openDefault(page);
  await openChannel(page, channel);
  if (page.store.channelId !== channel.id) return;
  page.history.replace(`${pathOf(page.store, channel)}/${postId}`);
  if (page.store.isCollapsing && post.root_id !== '') await openThread(page, post.root_id);
}

/** By name, by id (an open channel is joined), by both ids of a conversation of two, or by `@name`. */
async function findChannel(page: Page, identifier: string): Promise<ServerChannel | undefined> {
  const { store, rest } = page;
  if (identifier.startsWith('@')) return direct(page, (one) => one.username === identifier.slice(1));
  const byName = [...store.channels.values()].find(
    (one) => one.name === identifier && (one.team_id === store.teamId || one.team_id === ''),
  );
  if (byName !== undefined) return byName;
  const byId = store.channels.get(identifier);
  if (byId !== undefined) return byId;
  if (!/^[a-z0-9]{26}$/.test(identifier)) return undefined;
  if (store.users.has(identifier)) return direct(page, (one) => one.id === identifier);
  try {
    const channel = await rest.getChannel(identifier);
    await rest.addToChannel(store.me?.id ?? '', channel.id);
    await loadChannel(store, rest, channel.id);
  } catch {
    return undefined;
  }
  return store.channels.get(identifier);
}

async function direct({ store, rest }: Page, fits: (user: Store['me'] & object) => boolean) {
  const other = [...store.users.values()].find(fits);
  if (other === undefined) return undefined;
  const { id } = await rest.createDirectChannel([store.me?.id ?? '', other.id]);
  if (!store.channels.has(id)) await loadChannel(store, rest, id);
  return store.channels.get(id);
}
