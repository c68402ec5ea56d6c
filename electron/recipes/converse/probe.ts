import type { ProbeKit } from '../types';
import type { Attributes, Box, Converse, ConverseGlobal } from './page-model';

/**
 * Reads the model of a page with Converse (11 and later) as a plugin of it, which the page lets in with the settings it
 * starts Converse with, and hears all its changes. What other clients of the person set in their bookmarks is asked for
 * when the server says that they changed: Converse asks only at its start. Self-contained.
 */
export function probe(key: string): void {
  const { probe: desk } = (globalThis as unknown as Record<string, ProbeKit>)[key] as ProbeKit;
  const PLUGIN = 'foyer-channels';
  const BOOKMARKS = 'urn:xmpp:bookmarks:1';
  const PATIENCE_MS = 20_000;
  const BOOKMARKS_MS = 5000;
  const DRAW_MS = 100;
  /** Numbers of the connection's states: no way to the server (in time), and an answer of it, be it "no". */
  const TROUBLES = [2, 10];
  const ANSWERS = [4, 5, 8];
  const DISCONNECTED = 6;
  const soon = queueMicrotask;
  let converse: Converse | undefined;
  /** Whether somebody is signed in, as far as the page says. */
  let phase: 'in' | 'out' | undefined;
  let isFailing = false;
  let isDue = false;
  let extensions: Record<string, readonly string[]> | undefined;
  let notice: object | undefined;

  const readBox = (box: Box): object => {
    const { attributes, features, messages } = box;
    const { jid, type, closed, nick, num_unread, num_unread_general, has_activity, hidden } = attributes;
    const last = messages?.models[messages.models.length - 1];
    return {
      jid,
      type,
      nick,
      isClosed: closed,
      isShown: hidden !== true,
      name: box.getDisplayName?.(),
      unread: num_unread,
      unreadInAll: num_unread_general,
      hasActivity: has_activity,
      time: last?.attributes['time'],
      isOpen: features?.attributes['open'],
      isPublic: features?.attributes['public'],
      isMembersOnly: features?.attributes['membersonly'],
      hasPassword: features?.attributes['passwordprotected'],
      isHidden: features?.attributes['hidden'],
      extensions: extensions?.[String(jid)],
    };
  };
  const tell = (): void => {
    if (converse === undefined) return;
    const boxes: object[] = [];
    const { models } = converse.state.chatboxes;
    for (let i = 0; i < models.length; i += 1) boxes[i] = readBox(models[i] as Box);
    desk.tell({
      phase,
      isConnected: converse.api.connection.connected(),
      version: converse.VERSION_NAME,
      jid: converse.session.get('bare_jid'),
      notifiesAll: converse.api.settings.get('notify_all_room_messages'),
      boxes,
      notice,
    });
  };
  /** Many things change in one go. */
  const changed = (): void => {
    if (isDue) return;
    isDue = true;
    soon(() => {
      isDue = false;
      desk.run(tell);
    });
  };
  const enter = (next: 'in' | 'out' | undefined): void => {
    phase = next;
    changed();
  };

  const askBookmarks = ({ api, env, session }: Converse): void => {
    if (api.connection.connected() !== true) return;
    const query = env.$iq({ type: 'get' }).c('pubsub', { xmlns: 'http://jabber.org/protocol/pubsub' });
    void api.disco
      .supports(`${BOOKMARKS}#compat`, String(session.get('bare_jid')))
      .then((isKept) => (isKept === true ? api.sendIQ(query.c('items', { node: BOOKMARKS })) : undefined))
      .then((answer) =>
        desk.run(() => {
          if (answer === undefined) return;
          const found: Record<string, readonly string[]> = {};
          for (const item of answer.querySelectorAll(`items[node="${BOOKMARKS}"] > item`))
            found[item.getAttribute('id') ?? ''] = Array.from(
              item.querySelectorAll('extensions > *'),
              ({ outerHTML }) => outerHTML,
            );
          extensions = found;
          changed();
        }),
      )
      // Without bookmarks no level is known, which is said; the rest is.
      .catch(() => undefined);
  };
  const hearBookmarks = (found: Converse): void => {
    const options = { ns: 'http://jabber.org/protocol/pubsub#event' };
    found.api.listen.stanza('message', options, (stanza) => {
      const isOurs = stanza.querySelector(`items[node="${BOOKMARKS}"], items[node="storage:bookmarks"]`);
      if (isOurs !== null) desk.run(() => askBookmarks(found));
      return true;
    });
  };

  const toNotice = ({ state }: Converse, attrs: Attributes): object => {
    const { from, from_muc, type, nick, msgid } = attrs;
    const jid = typeof from_muc === 'string' ? from_muc : String(from).replace(/\/.*$/s, '');
    const isOfRoom = type === 'groupchat' || type === 'info';
    const box = state.chatboxes.get(jid);
    return {
      jid,
      messageId: msgid,
      sender: isOfRoom ? nick : state.roster?.get(jid)?.getDisplayName(),
      isForPerson: !isOfRoom || box?.isUserMentioned?.({ get: (name) => attrs[name] }) === true,
    };
  };

  const hear = (found: Converse): void => {
    const { api, state } = found;
    const on = (name: string, work: (data: { readonly attrs: Attributes }) => void): void =>
      api.listen.on(name, (data) => desk.run(() => work(data)));
    on('pluginsInitialized', () => state.chatboxes.on('all', changed));
    // It has other features each time it is joined.
    for (const name of ['chatRoomInitialized', 'enteredNewRoom'])
      on(name, (room) => {
        const { features } = room as unknown as Box;
        features?.off('change', changed);
        features?.on('change', changed);
      });
    on('rosterContactsFetched', () => state.roster?.on('change', changed));
    on('connfeedback', () => {
      const status = state.connfeedback?.attributes['connection_status'];
      for (const trouble of TROUBLES) if (status === trouble) isFailing = true;
      for (const answer of ANSWERS) if (status === answer) isFailing = false;
      changed();
    });
    on('connected', () => hearBookmarks(found));
    on('reconnected', () => {
      hearBookmarks(found);
      askBookmarks(found);
    });
    on('chatBoxesFetched', () => {
      // The rooms of the bookmarks are not there before; a server without any never tells.
      if (api.settings.get('allow_bookmarks') !== true) return enter('in');
      desk.later(() => {
        if (api.connection.connected() === true) enter('in');
      }, BOOKMARKS_MS);
    });
    on('bookmarksInitialized', () => {
      askBookmarks(found);
      enter('in');
    });
    on('initialized', () => {
      const isIdle = state.connfeedback?.attributes['connection_status'] === DISCONNECTED;
      if (phase === undefined && isIdle && !isFailing) enter('out');
    });
    on('disconnected', () => {
      extensions = undefined;
      // Where the server is out of reach nobody signed out.
      enter(isFailing ? undefined : 'out');
    });
    // The notification is made in the same turn, right after this.
    on('messageNotification', ({ attrs }) => {
      notice = toNotice(found, attrs);
      tell();
      soon(() => {
        notice = undefined;
      });
      changed();
    });
  };

  window.addEventListener('converse-loaded', (event) =>
    desk.run(() => {
      const said = (event as CustomEvent<{ readonly converse: ConverseGlobal }>).detail.converse;
      const start = said.initialize;
      said.plugins.add(PLUGIN, {
        initialize(this: { readonly _converse: Converse }): void {
          const { _converse: found } = this;
          converse = found;
          desk.run(() => hear(found));
        },
      });
      said.initialize = (...args) => {
        const [settings, ...rest] = args;
        const allowed: unknown = desk.ownValue(settings, 'whitelisted_plugins');
        const whitelisted_plugins = [...(Array.isArray(allowed) ? (allowed as unknown[]) : []), PLUGIN];
        return start.call(said, { ...(settings as object), whitelisted_plugins }, ...rest);
      };
    }),
  );
  desk.later(() => {
    if (converse === undefined) desk.fail('the page has no Converse that is known');
  }, PATIENCE_MS);

  const showMessage = (id: string, triesLeft: number): void => {
    const shown = document.querySelector(`[data-msgid="${CSS.escape(id)}"]`);
    if (shown !== null) return shown.scrollIntoView({ block: 'center' });
    if (triesLeft > 0) desk.later(() => showMessage(id, triesLeft - 1), DRAW_MS);
  };
  desk.onOrder((order) => {
    const [open, message, mute, wanted, read] = (
      ['open', 'message', 'mute', 'extensions', 'read'] as const
    ).map((name) => desk.ownValue(order, name));
    if (converse === undefined) return;
    const { api, state } = converse;
    if (typeof read === 'string')
      void Promise.resolve(state.chatboxes.get(read)?.clearUnreadMsgCounter?.()).catch(() => undefined);
    if (typeof open === 'string') {
      const opening = state.chatboxes.get(open)?.attributes['type'] === 'chatroom' ? api.rooms : api.chats;
      void opening.open(open, {}, true);
      if (typeof message === 'string') desk.later(() => showMessage(message, 20), 0);
    }
    if (typeof mute === 'string' && Array.isArray(wanted))
      void api.bookmarks.set({ jid: mute, extensions: wanted }, false).then(() => {
        const known = extensions;
        if (known !== undefined) extensions = { ...known, [mute]: wanted as string[] };
        changed();
      });
  });
}
