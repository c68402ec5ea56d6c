import type { Prosody } from '../servers/prosody.js';
import { connectXmpp, escapeXml } from '../servers/lib/xmpp-stream.js';

export interface XmppPerson {
  readonly jid: string;
  join(room: string): Promise<void>;
  /** Says it in a room; returns when the server has passed it on. */
  say(room: string, text: string): Promise<void>;
  /** Puts it in the place of what they last said in that room. */
  correct(room: string, text: string): Promise<void>;
  /** Sets the room up, as its owner: fields of its form without their prefix. */
  configure(room: string, fields: Readonly<Record<string, string>>): Promise<void>;
  /** Says it to one user; returns when the server has taken it. */
  tell(userName: string, text: string): Promise<void>;
  leave(): Promise<void>;
}

/**
 * A user of that server who does as the script says, already in those rooms (names without the domain).
 * @throws when the server has no such user or a room refuses.
 */
export async function startXmppPerson(
  prosody: Prosody,
  userName: string,
  rooms: readonly string[] = [],
): Promise<XmppPerson> {
  const user = prosody.users.find(({ name }) => name === userName);
  if (!user) throw new Error(`Prosody has no user called ${userName}.`);
  const stream = await connectXmpp(prosody, user);
  const roomJid = (room: string) => `${room}@${prosody.roomsDomain}`;
  const lastIds = new Map<string, string>();
  let count = 0;
  const join = async (room: string) => {
    const self = `${roomJid(room)}/${userName}`;
    await stream.request(
      `<presence to='${self}'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>`,
      (stanza) => stanza.name === 'presence' && stanza.from === self,
    );
  };
  const say = async (room: string, text: string, more = '') => {
    const id = `said-${(count += 1)}`;
    await stream.request(
      `<message id='${id}' type='groupchat' to='${roomJid(room)}'><body>${escapeXml(text)}</body>${more}</message>`,
      (stanza) => stanza.name === 'message' && stanza.id === id,
    );
    if (more === '') lastIds.set(room, id);
  };
  for (const room of rooms) await join(room);
  return {
    jid: stream.jid,
    join,
    say: (room, text) => say(room, text),
    correct: (room, text) =>
      say(room, text, `<replace id='${lastIds.get(room) ?? ''}' xmlns='urn:xmpp:message-correct:0'/>`),
    configure: async (room, fields) => {
      const id = `form-${(count += 1)}`;
      const all = { FORM_TYPE: 'http://jabber.org/protocol/muc#roomconfig', ...fields };
      const form = Object.entries(all).map(([name, value]) => {
        const key = name === 'FORM_TYPE' ? name : `muc#roomconfig_${name}`;
        return `<field var='${key}'><value>${escapeXml(value)}</value></field>`;
      });
      await stream.request(
        `<iq id='${id}' type='set' to='${roomJid(room)}'><query xmlns='http://jabber.org/protocol/muc#owner'>` +
          `<x xmlns='jabber:x:data' type='submit'>${form.join('')}</x></query></iq>`,
        (stanza) => stanza.name === 'iq' && stanza.id === id,
      );
    },
    tell: async (name, text) => {
      const id = `told-${(count += 1)}`;
      await stream.request(
        `<message id='${id}' type='chat' to='${name}@${prosody.domain}'><body>${escapeXml(text)}</body></message>` +
          `<iq id='${id}-taken' type='get' to='${prosody.domain}'><ping xmlns='urn:xmpp:ping'/></iq>`,
        (stanza) => stanza.name === 'iq' && stanza.id === `${id}-taken`,
      );
    },
    leave: () => stream.close(),
  };
}
