import { describe, expect, it } from 'vitest';
import { textOfEvent } from './listener-text';

const message = (content: object, type = 'm.room.message') => ({ type, content });

describe('textOfEvent', () => {
  it.each([
    [message({ msgtype: 'm.text', body: 'hello' }), 'hello'],
    [message({ body: '> <@bob:x> what?\n> so\n\nthis' }), 'this'],
    [message({ body: '> only a quote' }), ''],
    [message({ msgtype: 'm.image', body: 'cat.png' }), 'cat.png'],
    [message({ msgtype: 'm.audio', body: 'song.ogg' }), 'Bob: song.ogg'],
    [message({ msgtype: 'm.location', body: 'geo' }), 'Bob has shared a location'],
    [message({ msgtype: 'm.key.verification.request', body: 'x' }), 'Bob is requesting verification'],
    [message({}), undefined],
    [message({ body: 7 }), undefined],
    [message({ algorithm: 'm.megolm.v1.aes-sha2' }, 'm.room.encrypted'), 'Unable to decrypt message'],
    [message({ body: 'wave' }, 'm.sticker'), 'wave'],
    [message({}, 'm.sticker'), 'Bob sent a sticker.'],
    [message({ offer: { sdp: 'm=audio' } }, 'm.call.invite'), 'Bob placed a voice call.'],
    [message({ offer: { sdp: 'm=video' } }, 'm.call.invite'), 'Bob placed a video call.'],
    [message({}, 'm.room.tombstone'), 'Bob upgraded this room.'],
    [message({ 'm.poll': { question: { body: 'Tea?' } } }, 'm.poll.start'), 'Bob has started a poll - Tea?'],
    [message({}, 'm.room.topic'), undefined],
    [undefined, undefined],
  ])('J122 of %j it is %j', (event, text) => {
    expect(textOfEvent(event, 'Bob')).toBe(text);
  });
});
