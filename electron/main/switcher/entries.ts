import { appCommands, type AppCommand } from '../../core/commands/command-list';
import { nameKeyOf } from '../../core/commands/command-name';
import { channelUnread } from '../../core/decide/channel-unread';
import { isDirectKind, type Channel } from '../../core/model/channel';
import type { InboxEntry } from '../../core/model/inbox';
import type { Place } from '../../core/model/place';
import type { Service } from '../../core/model/service';
import type { Translate } from '../../core/model/translate';
import type { Workspace } from '../../core/model/workspace';
import type { AppState } from '../../core/state/app-state';
import { selectRuleBook, selectServiceSession, selectServiceUnread } from '../../core/state/selectors';
import { quietEntry, type SwitcherEntry } from '../../core/switcher/entry';

export const serviceKey = (serviceId: string): string => `service:${serviceId}`;
const channelKey = (serviceId: string, channelId: string): string => `channel:${serviceId}:${channelId}`;

/** Gives the key of a place. */
export const keyOfPlace = ({ serviceId, channelId }: Place): string =>
  channelId === undefined ? serviceKey(serviceId) : channelKey(serviceId, channelId);

/** What a key stands for. */
export type Target =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'command'; readonly id: string }
  | { readonly kind: 'entry'; readonly id: number };

/** Reads a key; `undefined` for one that stands for nothing. Service ids have no colon, channel ids may. */
export function targetOf(key: string): Target | undefined {
  const [, kind, first = '', rest] = /^(service|channel|command|entry):([^:]+)(?::([^]*))?$/.exec(key) ?? [];
  switch (kind) {
    case 'service':
      return { kind: 'place', place: { serviceId: first, channelId: undefined } };
    case 'channel':
      return rest ? { kind: 'place', place: { serviceId: first, channelId: rest } } : undefined;
    case 'command':
      return { kind: 'command', id: first };
    case 'entry':
      return /^\d{1,15}$/.test(first) ? { kind: 'entry', id: Number(first) } : undefined;
    default:
      return undefined;
  }
}

/** Gives what there is to go to in a service: itself, and its channels. None where it is off. */
export function entriesOfService(
  state: AppState,
  service: Service,
  recipeName: string,
): readonly SwitcherEntry[] {
  if (!service.enabled) return [];
  const { id: serviceId, name: where } = service;
  const terms = [recipeName, hostOf(service.url)];
  const { channels = [] } = selectServiceSession(state, serviceId);
  const { direct, indirect } = selectServiceUnread(state, service);
  const mentions = direct === 'unknown' ? 0 : direct;
  const book = selectRuleBook(state);
  const toChannel = (channel: Channel): SwitcherEntry => {
    const isDirect = isDirectKind(channel.kind);
    const hasUnread = channel.unread > 0 || channel.mentions > 0;
    const counted = hasUnread ? channelUnread(book, serviceId, channel, state.session.nowMs) : undefined;
    return {
      key: channelKey(serviceId, channel.id),
      kind: channel.kind === 'direct' ? 'person' : 'channel',
      name: channel.name,
      where,
      channelKind: channel.kind,
      serviceId,
      terms,
      unread: channel.unread,
      mentions: channel.mentions,
      isDirect,
      muted: channel.muted || (counted?.direct === 0 && !counted.indirect),
      favourite: channel.favourite,
      lastActivityMs: channel.lastActivityMs,
    };
  };
  return [
    // With channels known the unread stand there.
    {
      ...quietEntry,
      key: serviceKey(serviceId),
      kind: 'service',
      name: where,
      where: '',
      serviceId,
      terms,
      unread: channels.length > 0 ? 0 : Math.max(mentions, indirect ? 1 : 0),
      mentions: channels.length > 0 ? 0 : mentions,
    },
    ...channels.map(toChannel),
  ];
}

/** Gives the commands that have something to do now; workspaces by their names. */
export function entriesOfCommands(state: AppState, translate: Translate): readonly SwitcherEntry[] {
  const workspaceOf = ({ group, number }: AppCommand): Workspace | undefined =>
    group === 'workspace' && number !== undefined ? state.persisted.workspaces[number - 1] : undefined;
  const nameOf = (command: AppCommand): string => {
    const workspace = workspaceOf(command);
    return workspace === undefined
      ? translate(`command.${nameKeyOf(command)}`, { number: command.number ?? 0 })
      : translate('workspaces.button', { name: workspace.name });
  };
  const toEntry = (command: AppCommand): SwitcherEntry => ({
    ...quietEntry,
    key: `command:${command.id}`,
    kind: 'command',
    name: nameOf(command),
    where: '',
  });
  const canDo = (command: AppCommand): boolean =>
    command.id !== 'switcher' &&
    (!command.isKeyOnly || workspaceOf(command) !== undefined) &&
    command.toAction(state) !== undefined;
  return appCommands.filter(canDo).map(toEntry);
}

/** Longest text of an entry of the inbox that is looked through, in UTF-16 units. */
const ENTRY_TEXT_MAX = 160;

/** Gives entries of the inbox by what they say. */
export const entriesOfInbox = (entries: readonly InboxEntry[]): readonly SwitcherEntry[] =>
  entries.map(({ id, title, body, channelName, serviceName, serviceId, isRead, atMs }) => ({
    ...quietEntry,
    key: `entry:${id}`,
    kind: 'entry',
    name: [title.replace(/:\s*$/, ''), body]
      .filter(Boolean)
      .join(': ')
      .replaceAll(/\s+/g, ' ')
      .slice(0, ENTRY_TEXT_MAX),
    where: channelName ?? serviceName,
    serviceId,
    // What is unread is told by its channel.
    muted: true,
    unread: isRead ? 0 : 1,
    lastActivityMs: atMs,
  }));

function hostOf(url: string): string {
  return /^https?:\/\/([^/:?#]+)/.exec(url)?.[1] ?? '';
}
