import { messageLimits } from '../../core/ipc/service-limits';
import type { Channel, ChannelKind } from '../../core/model/channel';
import { own, ownCount, ownList, ownText } from '../raw';
import type { Adapter, AdapterReport } from '../types';
import { isPinned, readLevel, withLevel } from './notify-setting';
import { probe } from './probe';

/** What is left out: the list of contacts is a box, too. */
const types = ['chatroom', 'chatbox', 'headline'] as const;

/** Converse 11 and later. */
export const adapter: Adapter = {
  probe,
  read: (raw): AdapterReport => {
    const phase = ownText(raw, 'phase');
    const boxes = boxesOf(raw);
    const version = ownText(raw, 'version').replace(/^v/u, '');
    return {
      isSignedIn: phase === '' ? undefined : phase === 'in',
      channels: boxes.flatMap((box) => toChannel(box, raw)),
      openChannelId: shownOf(boxes),
      abilities: {
        canOpen: true,
        canMarkRead: true,
        // In the bookmarks, where the server keeps all of them.
        mutes: boxes.some((box) => extensionsOf(box) !== undefined) ? ['all', 'mentions', 'none'] : [],
        ownNames: ownNamesOf(raw, boxes),
      },
      connection: own(raw, 'isConnected') === true ? 'live' : 'lost',
      server: { name: 'Converse', version: version === '' ? undefined : version },
    };
  },
  hint: (_, raw) => {
    const notice = own(raw, 'notice');
    const channelId = ownText(notice, 'jid');
    if (channelId === '') return undefined;
    const box = boxesOf(raw).find((one) => ownText(one, 'jid') === channelId);
    return {
      channelId,
      sender: ownText(notice, 'sender') || undefined,
      mention: own(notice, 'isForPerson') === true && !isMuted(box) ? 'personal' : 'none',
      messageId: ownText(notice, 'messageId') || undefined,
    };
  },
  toOrder: (wish, raw) => {
    const box = boxesOf(raw).find((one) => ownText(one, 'jid') === wish.channelId);
    if (box === undefined) return undefined;
    if (wish.kind === 'open') return { open: wish.channelId, message: wish.messageId };
    if (wish.kind === 'read') return { read: wish.channelId };
    const extensions = extensionsOf(box);
    // A direct conversation has no bookmark, and so no place for it.
    return extensions && { mute: wish.channelId, extensions: withLevel(extensions, wish.level) };
  },
};

const boxesOf = (raw: unknown): readonly unknown[] =>
  ownList(raw, 'boxes').filter(
    (box) => types.some((type) => type === ownText(box, 'type')) && own(box, 'isClosed') !== true,
  );

/** Where several are shown side by side nobody can tell which one is meant. */
function shownOf(boxes: readonly unknown[]): string | undefined {
  const [shown, ...others] = boxes.filter((box) => own(box, 'isShown') === true);
  return shown === undefined || others.length > 0 ? undefined : ownText(shown, 'jid');
}

function toChannel(box: unknown, raw: unknown): readonly Channel[] {
  const jid = ownText(box, 'jid');
  if (jid === '') throw new Error('a chat without address');
  if (jid.length > messageLimits.channelId) return [];
  const isRoom = ownText(box, 'type') === 'chatroom';
  const told = ownCount(box, 'unread');
  // Converse itself knows no level. "Never" is what the person said, also of mentions.
  const mentions = isMuted(box) ? 0 : told;
  const notifiesAll = own(raw, 'notifiesAll');
  const atMs = Date.parse(ownText(box, 'time'));
  return [
    {
      id: jid,
      name: (ownText(box, 'name') || jid).slice(0, messageLimits.channelName),
      kind: kindOf(box),
      // Of a room that was not joined the server says only that there is something.
      unread: Math.max(told, ownCount(box, 'unreadInAll'), own(box, 'hasActivity') === true ? 1 : 0),
      mentions,
      muted: isMuted(box),
      favourite: isPinned(extensionsOf(box) ?? []),
      lastActivityMs: Number.isNaN(atMs) ? undefined : atMs,
      notifiesMentionsOnly:
        isRoom && notifiesAll !== true && !(Array.isArray(notifiesAll) && notifiesAll.includes(jid)),
    },
  ];
}

function kindOf(box: unknown): ChannelKind {
  const type = ownText(box, 'type');
  if (type === 'headline') return 'bot';
  if (type === 'chatbox') return 'direct';
  const says = (name: string): boolean => own(box, name) === true;
  if (says('isMembersOnly') || says('hasPassword') || says('isHidden')) return 'private';
  return says('isOpen') || says('isPublic') ? 'public' : 'unknown';
}

function extensionsOf(box: unknown): readonly string[] | undefined {
  const extensions = own(box, 'extensions');
  if (!Array.isArray(extensions)) return undefined;
  return extensions.filter((extension: unknown): extension is string => typeof extension === 'string');
}

const isMuted = (box: unknown): boolean => readLevel(extensionsOf(box) ?? []) === 'none';

/** The nick in each room, and the first part of the address. */
function ownNamesOf(raw: unknown, boxes: readonly unknown[]): readonly string[] {
  const [name = ''] = ownText(raw, 'jid').split('@');
  return [...new Set([...boxes.map((box) => ownText(box, 'nick')), name])].filter((one) => one !== '');
}
