import type { About, MattermostKit, Posted } from './kit';

/** Which message a notification is of: kept are the last that came, without their words. Self-contained. */
export function addPosts(key: string): void {
  const kit = (globalThis as unknown as Record<string, MattermostKit>)[key] as MattermostKit;
  const { probe: desk, asks } = kit;
  const { imul } = Math;
  const POSTED_MAX = 1000;
  const PRINT_MAX = 200;
  const ABOUT_MAX = 200;
  const BODY = /^@([^\n]{1,120}?)(?:: ([^]*)| (?:uploaded|posted) an? )/u;
  const POST = /\/pl\/([a-z0-9]{26})(?:[/?#]|$)/;
  const posted: (Posted & { isTold: boolean })[] = [];
  let about: About | undefined;

  /** A number made of words, without what Markdown adds: the same for a message and for the notification of it. */
  const printOf = (text: string): number => {
    const plain = text.replace(/\]\([^)]*\)/g, '').replace(/[^\p{L}\p{N}]+/gu, '');
    const bare = plain.toLowerCase().slice(0, PRINT_MAX);
    let print = 2_166_136_261;
    for (let i = 0; i < bare.length; i += 1) print = imul(print ^ bare.charCodeAt(i), 16_777_619);
    return print >>> 0;
  };
  /** As a browser: the title is the channel's name, alone or in words of the person's language. */
  const isNamed = (channelId: string, title: string): boolean => {
    const name = asks.known.channels.get(channelId)?.['display_name'];
    return typeof name === 'string' && name !== '' && title.includes(name);
  };
  /** The first of these words that no notification was of yet; were there some of all, the last but for its id. */
  const pick = (same: readonly (Posted & { isTold: boolean })[]) => {
    const found = same.find(({ isTold }) => !isTold);
    const last = same.at(-1);
    if (found === undefined) return last && { ...last, postId: '' };
    found.isTold = true;
    return found;
  };
  const find = (title: string, words: string, channelId: string, postId: string) => {
    const exact = posted.find((one) => one.postId === postId);
    if (exact !== undefined) exact.isTold = true;
    if (exact !== undefined) return exact;
    const print = printOf(words);
    const same = posted.filter((one) => one.print === print);
    if (channelId !== '') return pick(same.filter((one) => one.channelId === channelId));
    const named = same.filter((one) => isNamed(one.channelId, title));
    const places = new Set(same.map((one) => one.channelId));
    return pick(named.length > 0 ? named : places.size === 1 ? same : []);
  };

  kit.posts = {
    add: ({ message, ...post }) => {
      posted.push({ ...post, print: printOf(message), isTold: false });
      if (posted.length > POSTED_MAX) posted.shift();
    },
    about: () => about,
    announce: (title, body, channelId = '', url = '') => {
      const [, sender = '', words = ''] = BODY.exec(body) ?? [];
      const postId = POST.exec(url)?.[1] ?? '';
      const found = find(title, words, channelId, postId);
      about = {
        title: title.slice(0, ABOUT_MAX),
        body: body.slice(0, ABOUT_MAX),
        channelId: found?.channelId ?? channelId,
        postId: found?.postId || postId,
        sender: found === undefined || found.sender === '' ? sender : found.sender,
        isReply: found?.isReply ?? postId !== '',
        mention: found?.mention,
      };
      kit.model.tell();
    },
  };
  desk.run(() => {
    const { construct } = Reflect;
    const Shown = Notification;
    const Announced = new Proxy(Shown, {
      construct: (target, args: readonly unknown[], newTarget): object => {
        const [title, options] = args;
        const body = desk.ownValue(options, 'body');
        if (typeof title === 'string' && typeof body === 'string')
          desk.run(() => kit.posts.announce(title, body));
        return construct(target, args, newTarget === Announced ? target : newTarget) as object;
      },
    });
    Object.defineProperty(globalThis, 'Notification', {
      value: Announced,
      writable: true,
      enumerable: false,
      configurable: true,
    });
    kit.Shown = Shown;
  });
}
