import { connect } from 'node:net';
import type { Prosody, XmppUser } from '../prosody.js';
import { LOOPBACK } from './net.js';

export interface Stanza {
  readonly name: string;
  readonly id: string | undefined;
  readonly from: string | undefined;
  readonly type: string | undefined;
  readonly xml: string;
}

export interface XmppStream {
  readonly jid: string;
  /**
   * Sends and returns the first later stanza that fits.
   * @throws when that one is of type "error".
   */
  request(xml: string, fits: (stanza: Stanza) => boolean): Promise<Stanza>;
  close(): Promise<void>;
}

/** Makes any text safe inside an element or a quoted attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>'"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const TOP_LEVEL =
  /<(stream:features|stream:error|success|failure|iq|presence|message)\b([^>]*?)(?:\/>|>.*?<\/\1>)/s;

/** Takes complete stanzas off the front of what the server sent so far. */
export function takeStanzas(text: string): { readonly stanzas: readonly Stanza[]; readonly rest: string } {
  const stanzas: Stanza[] = [];
  let rest = text;
  for (let match = TOP_LEVEL.exec(rest); match; match = TOP_LEVEL.exec(rest)) {
    const [xml, name = '', attributes = ''] = match;
    const attribute = (key: string) => new RegExp(`\\s${key}=(["'])(.*?)\\1`).exec(attributes)?.[2];
    stanzas.push({ name, id: attribute('id'), from: attribute('from'), type: attribute('type'), xml });
    rest = rest.slice(match.index + xml.length);
  }
  return { stanzas, rest };
}

/**
 * Signs in over plain TCP and announces presence.
 * @throws when the password is refused or the server hangs up.
 */
export async function connectXmpp(prosody: Prosody, user: XmppUser): Promise<XmppStream> {
  const socket = connect(prosody.clientPort, LOOPBACK).setNoDelay(true);
  const listeners = new Set<(stanza: Stanza) => void>();
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    const taken = takeStanzas(rest + chunk);
    rest = taken.rest;
    for (const stanza of taken.stanzas) for (const hear of listeners) hear(stanza);
  });
  const request = (xml: string, fits: (stanza: Stanza) => boolean) =>
    new Promise<Stanza>((resolve, reject) => {
      const hear = (stanza: Stanza) => {
        if (!fits(stanza)) return;
        listeners.delete(hear);
        if (stanza.type === 'error') reject(new Error(`The XMPP server refused ${user.name}: ${stanza.xml}`));
        else resolve(stanza);
      };
      listeners.add(hear);
      void closed.then(() => reject(new Error(`The XMPP stream of ${user.name} closed.`)));
      socket.write(xml);
    });
  const open = `<stream:stream to='${prosody.domain}' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>`;
  const isFeatures = ({ name }: Stanza) => name === 'stream:features';
  await request(open, isFeatures);
  const login = Buffer.from(`\0${user.name}\0${user.password}`).toString('base64');
  const answer = await request(
    `<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>${login}</auth>`,
    ({ name }) => name === 'success' || name === 'failure',
  );
  if (answer.name === 'failure') {
    socket.destroy();
    throw new Error(`The XMPP server refused the password of ${user.name}.`);
  }
  rest = '';
  await request(open, isFeatures);
  const bound = await request(
    `<iq id='bind' type='set'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>`,
    ({ id }) => id === 'bind',
  );
  socket.write('<presence/>');
  return {
    jid: /<jid>(.*?)<\/jid>/.exec(bound.xml)?.[1] ?? '',
    request,
    close: async () => {
      // Whatever the server says to it: one that was started anew may say nothing.
      socket.end('</stream:stream>', () => socket.destroySoon());
      await closed;
    },
  };
}
