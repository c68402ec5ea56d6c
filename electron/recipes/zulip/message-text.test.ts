import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageText } from './message-text';

const QUOTE =
  '<p><span class="user-mention silent" data-user-id="9">Bob</span> <a href="#narrow/channel/3-x/topic/y/near/41">said</a>:</p>\n<blockquote>\n<p>before</p>\n</blockquote>\n';

describe('what a message of Zulip reads like', () => {
  it.each([
    ['<p>hello <strong>you</strong> &amp; <em>me</em> &lt;b&gt;&#39;&#x1F44B;</p>', "hello you & me <b>'👋"],
    ['<p>one<br>\ntwo</p>\n<p>three</p>', 'one\ntwo\nthree'],
    [
      '<p>fine <span aria-label="smile" class="emoji emoji-1f604" role="img" title="smile">:smile:</span>!</p>',
      'fine 😄!',
    ],
    ['<p><img alt=":zulip:" class="emoji" src="/static/z.png" title="zulip"></p>', ':zulip:'],
    [
      '<p>so <span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>x</mi></mrow><annotation encoding="application/x-tex">x^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span>x2</span></span></span></p>',
      'so $$x^2$$',
    ],
    [
      '<div class="spoiler-block"><div class="spoiler-header"><p>The end</p></div><div class="spoiler-content" aria-hidden="true"><p>he wins</p></div></div>',
      'The end (…)',
    ],
    [`${QUOTE}<p>I agree</p>`, '[…]\n\nI agree'],
    ['<blockquote>\n<p>only this</p>\n</blockquote>', '\nonly this\n'],
    ['<p>see <a href="/user_uploads/1/a.pdf">a.pdf</a></p>', 'see a.pdf'],
    [
      '<div class="message_inline_image"><a href="/user_uploads/1/a.png"><img src="x"></a></div>',
      '(attached file)',
    ],
    ['<p>1 < 2 <!-- not this --></p', '1 < 2 </p'],
  ])('J82 %s', (html, text) => {
    expect(messageText(html).trim()).toBe(text.trim());
  });

  it('J82 whatever comes, it reads it', () => {
    const piece = fc.constantFrom(
      '<p',
      '</p>',
      '<span class="emoji emoji-zz">',
      '"',
      "'",
      '<!--',
      '&#9999999;',
      '<',
      'a',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 200 }), (pieces) => {
        expect(messageText(pieces.join(''))).toBeTypeOf('string');
      }),
    );
    for (const part of ['<a "', '<!--', '<p>', '&#', '<blockquote>']) messageText(part.repeat(100_000));
  });
});
