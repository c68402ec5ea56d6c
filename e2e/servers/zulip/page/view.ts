import { hashOfConversation, hashOfStream, narrowTitle, readHash, type Narrow } from './hash.js';
import { ask } from './http.js';
import { storeMessage } from './model.js';
import type { Model, PageMessage, ServerMessage } from './types.js';
import { conversationCount, streamCount } from './unread.js';

/** Draws the list at the side and the messages of the narrow. */
export interface View {
  /** The model or the place has changed. */
  draw(): void;
  /** Goes where the address says. */
  follow(): Promise<void>;
}

export function createView(model: Model): View {
  const side = byId('left-sidebar');
  const feed = byId('message-feed');
  const fits = (narrow: Narrow, one: PageMessage): boolean =>
    narrow.userIds === undefined
      ? one.type === 'stream' &&
        one.stream_id === narrow.streamId &&
        (narrow.topic === undefined || one.topic.toLowerCase() === narrow.topic.toLowerCase())
      : one.type === 'private' && one.to_user_ids === narrow.userIds;
  const shown = (): readonly PageMessage[] => {
    const narrow = readHash(location.hash);
    return narrow === undefined ? [] : [...model.messages.values()].filter((one) => fits(narrow, one));
  };
  /** What is on screen of a page with the keyboard is read. */
  const readVisible = (): void => {
    const messages = document.hasFocus() ? shown().filter(({ unread }) => unread) : [];
    if (messages.length === 0) return;
    const ids = messages.map(({ id }) => id);
    void ask('POST', '/json/messages/flags', { op: 'add', flag: 'read', messages: ids });
  };
  const draw = (): void => {
    side.replaceChildren(...sideLinks(model));
    const near = readHash(location.hash)?.near;
    feed.replaceChildren(...shown().map((message) => messageRow(message, message.id === near)));
    byId('message_view_header').textContent = narrowTitle(model, location.hash);
    feed.querySelector('.selected_message')?.scrollIntoView();
    readVisible();
  };
  window.addEventListener('focus', readVisible);
  return {
    draw,
    follow: async () => {
      draw();
      const narrow = readHash(location.hash);
      if (narrow === undefined) return;
      const { body } = await ask('GET', '/json/messages', {
        anchor: narrow.near === undefined ? 'newest' : String(narrow.near),
        num_before: 100,
        num_after: 100,
        narrow: toTerms(narrow),
      });
      for (const one of (body['messages'] ?? []) as readonly ServerMessage[]) storeMessage(model, one);
      draw();
    },
  };
}

function toTerms({ streamId, topic, userIds }: Narrow): readonly object[] {
  if (userIds !== undefined) return [{ operator: 'dm', operand: userIds.split(',').map(Number) }];
  const stream = { operator: 'channel', operand: streamId };
  return topic === undefined ? [stream] : [stream, { operator: 'topic', operand: topic }];
}

function sideLinks(model: Model): readonly HTMLElement[] {
  const streams = [...model.streams.values()].toSorted((one, other) => one.name.localeCompare(other.name));
  return [
    ...[...model.conversations].map((ids) => {
      const hash = hashOfConversation(ids);
      return link(hash, narrowTitle(model, hash), conversationCount(model, ids), 'dm-list-item');
    }),
    ...streams.map((one) => {
      const isMuted = one.is_muted ? ' out_of_home_view' : '';
      const count = streamCount(model, one.stream_id);
      return link(hashOfStream(model, one.stream_id), `#${one.name}`, count, `narrow-filter${isMuted}`);
    }),
  ];
}

function link(hash: string, name: string, count: number, className: string): HTMLElement {
  const element = Object.assign(document.createElement('a'), { href: hash, className, textContent: name });
  const badge = Object.assign(document.createElement('span'), { className: 'unread_count' });
  badge.textContent = count === 0 ? '' : String(count);
  element.append(' ', badge);
  return element;
}

function messageRow(message: PageMessage, isSelected: boolean): HTMLElement {
  const row = document.createElement('div');
  row.className = `message_row${message.unread ? ' unread' : ''}${isSelected ? ' selected_message' : ''}`;
  row.dataset['messageId'] = String(message.id);
  const sender = Object.assign(document.createElement('b'), { textContent: message.sender_full_name });
  const content = Object.assign(document.createElement('div'), { innerHTML: message.content });
  row.append(sender, content);
  return row;
}

function byId(id: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(`#${id}`);
  if (element === null) throw new Error(`the page has no ${id}`);
  return element;
}
