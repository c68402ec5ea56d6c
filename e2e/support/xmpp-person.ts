import type { Prosody } from '../servers/prosody.js';
import { connectXmpp, escapeXml } from '../servers/lib/xmpp-stream.js';

export interface XmppPerson {
  readonly jid: string;
  join(room: string): Promise<void>;
  /** Says it in a room; returns when the server has passed it on. */
  say(room: string, text: string): Promise<void>;
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
  let count = 0;
  const join = async (room: string) => {
    const self = `${roomJid(room)}/${userName}`;
    await stream.request(
      `<presence to='${self}'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>`,
      (stanza) => stanza.name === 'presence' && stanza.from === self,
    );
  };
  for (const room of rooms) await join(room);
  return {
    jid: stream.jid,
    join,
    say: async (room, text) => {
      const id = `said-${(count += 1)}`;
      await stream.request(
        `<message id='${id}' type='groupchat' to='${roomJid(room)}'><body>${escapeXml(text)}</body></message>`,
        (stanza) => stanza.name === 'message' && stanza.id === id,
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
