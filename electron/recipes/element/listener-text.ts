import { own, ownText } from '../raw';

/** What Element says in place of a message that it cannot read. */
const UNREADABLE = 'Unable to decrypt message';

/** Gives the text of Element's notification of an event; undefined where it says nothing of it. */
export function textOfEvent(event: unknown, sender: string): string | undefined {
  const content = own(event, 'content');
  const body = ownText(content, 'body');
  const kind = ownText(content, 'msgtype');
  switch (ownText(event, 'type')) {
    case 'm.room.encrypted':
      return UNREADABLE;
    case 'm.room.message':
      if (kind === 'm.key.verification.request') return `${sender} is requesting verification`;
      if (kind === 'm.location') return `${sender} has shared a location`;
      return kind === 'm.audio' ? `${sender}: ${body}` : withoutQuote(body);
    case 'm.sticker':
      return body === '' ? `${sender} sent a sticker.` : withoutQuote(body);
    case 'm.call.invite':
      return isVideo(content) ? `${sender} placed a video call.` : `${sender} placed a voice call.`;
    case 'm.room.tombstone':
      return `${sender} upgraded this room.`;
    case 'm.poll.start':
    case 'org.matrix.msc3381.poll.start':
      return `${sender} has started a poll - ${questionOf(content)}`;
    default:
      return withoutQuote(body);
  }
}

/** Lines that begin with `> ` repeat what is answered, then an empty one follows. */
function withoutQuote(body: string): string | undefined {
  if (body === '') return undefined;
  const lines = body.split('\n');
  const first = lines.findIndex((line) => !line.startsWith('> '));
  const said = first === -1 ? [] : lines.slice(first);
  return (said[0] === '' ? said.slice(1) : said).join('\n');
}

const isVideo = (content: unknown): boolean => ownText(own(content, 'offer'), 'sdp').includes('m=video');

function questionOf(content: unknown): string {
  const poll = own(content, 'm.poll') ?? own(content, 'org.matrix.msc3381.poll.start');
  const question = own(poll, 'question');
  return ownText(question, 'org.matrix.msc1767.text') || ownText(question, 'body');
}
