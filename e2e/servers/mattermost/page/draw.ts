import type { ServerChannel } from '@mattermost/types/channels';
import type { Post } from '@mattermost/types/posts';
import { base } from './base.js';
import { openThread, type Page, pathOf, say, toggleMute } from './actions.js';
import { isClosed, isMuted, nameOf } from './store.js';
import { unreadOf } from './unread.js';

type Attributes = Readonly<Record<string, string>>;

/** Draws everything anew, under the vendor's own ids where it has such. */
export function draw(page: Page, logOut: () => void): void {
  const kept = document.querySelector<HTMLTextAreaElement>('#post_textbox')?.value ?? '';
  const root = element('div', { id: 'channel_view' }, [
    teams(page),
    sidebar(page, logOut),
    center(page, kept),
    aside(page),
  ]);
  document.querySelector('#root')?.replaceChildren(root);
}

function teams({ store, history }: Page): HTMLElement {
  const buttons = [...store.teams.values()].map(({ id, name, display_name: title }) =>
    button(title, { id: `${name}TeamButton`, class: id === store.teamId ? 'active' : '' }, () =>
      history.push(`/${name}/channels/town-square`),
    ),
  );
  return element('nav', { id: 'teamSidebarWrapper', 'aria-label': 'Teams' }, buttons);
}

function sidebar(page: Page, logOut: () => void): HTMLElement {
  const { store, history } = page;
  const team = store.teams.get(store.teamId)?.name ?? '';
  const shown = [...store.channels.values()].filter(
    (one) =>
      one.delete_at === 0 &&
      (one.team_id === store.teamId || one.team_id === '') &&
      (!isClosed(store, one) || unreadOf(store, one.id).isShown),
  );
  const threads = link('Threads', `/${team}/threads`, { id: 'sidebarItem_threads' }, history.push);
  return element('nav', { id: 'SidebarContainer', 'aria-label': 'Channels' }, [
    ...(store.isCollapsing ? [threads] : []),
    ...shown.map((channel) => sidebarItem(page, channel)),
    button('Log Out', { id: 'logout' }, logOut),
  ]);
}

function sidebarItem({ store, history }: Page, channel: ServerChannel): HTMLElement {
  const { mentions, isShown } = unreadOf(store, channel.id);
  const classes = [
    'SidebarLink',
    isShown ? 'unread-title' : '',
    isMuted(store.members.get(channel.id)) ? 'muted' : '',
    channel.id === store.channelId ? 'active' : '',
  ];
  const item = link(
    nameOf(store, channel),
    pathOf(store, channel),
    { id: `sidebarItem_${channel.name}`, class: classes.filter((one) => one !== '').join(' ') },
    history.push,
  );
  if (mentions > 0)
    item.append(' ', element('span', { class: 'badge', id: 'unreadMentions' }, [String(mentions)]));
  return item;
}

function center(page: Page, kept: string): HTMLElement {
  const { store } = page;
  const channel = store.channels.get(store.channelId);
  if (channel === undefined) return element('main', {}, store.isInThreads ? threadList(page) : []);
  return element('main', {}, [
    element('header', {}, [
      element('h1', { id: 'channelHeaderTitle' }, [nameOf(store, channel)]),
      button(
        isMuted(store.members.get(channel.id)) ? 'Unmute' : 'Mute',
        { id: 'toggleMute' },
        () => void toggleMute(page),
      ),
    ]),
    element(
      'div',
      { id: 'postListContent' },
      store.posts.map((post) => postLine(page, post)),
    ),
    textbox('post_textbox', `Write to ${nameOf(store, channel)}`, kept, (text) => void say(page, text)),
  ]);
}

function postLine(page: Page, post: Post): HTMLElement {
  const sender = page.store.users.get(post.user_id)?.username ?? 'Someone';
  return element('div', { id: `post_${post.id}`, class: 'post' }, [
    element('strong', {}, [sender]),
    ' ',
    element('span', { class: 'post-message__text' }, [post.message]),
    ' ',
    button('Reply', {}, () => void openThread(page, post.id).catch(() => undefined)),
  ]);
}

function threadList(page: Page): HTMLElement[] {
  return page.store.threadsHere.map((thread) =>
    button(
      `${thread.post.message} (${thread.unread_replies})`,
      { class: thread.unread_replies > 0 ? 'ThreadItem has-unread-replies' : 'ThreadItem' },
      () => void openThread(page, thread.id),
    ),
  );
}

function aside(page: Page): HTMLElement {
  const { threadId } = page.store;
  const reply = textbox('reply_textbox', 'Reply', '', (text) => void say(page, text, threadId));
  return element('aside', { id: 'rhsContainer' }, threadId === '' ? [] : [reply]);
}

function textbox(id: string, label: string, text: string, send: (text: string) => void): HTMLTextAreaElement {
  const box = element('textarea', { id, 'aria-label': label }) as HTMLTextAreaElement;
  box.value = text;
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || box.value.trim() === '') return;
    event.preventDefault();
    send(box.value);
    box.value = '';
  });
  return box;
}

function link(text: string, path: string, attributes: Attributes, push: (path: string) => void): HTMLElement {
  const a = element('a', { ...attributes, href: `${base}${path}` }, [text]);
  a.addEventListener('click', (event) => {
    event.preventDefault();
    push(path);
  });
  return a;
}

function button(text: string, attributes: Attributes, onClick: () => void): HTMLElement {
  const one = element('button', { type: 'button', ...attributes }, [text]);
  one.addEventListener('click', onClick);
  return one;
}

function element(
  tag: string,
  attributes: Attributes,
  children: readonly (Node | string)[] = [],
): HTMLElement {
  const one = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value);
  one.append(...children);
  return one;
}
