/** Gives a message without its Markdown, as Mattermost's notifications show it. */
export const plainWords = (markdown: string): string =>
  markdown
    .replaceAll(/```\w*\n?([^]*?)```/gu, '$1')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/(\*\*|__|~~|\*|`)(?=\S)(.+?)\1/gu, '$2')
    .replaceAll(/(?<=^|\s)_(.+?)_(?=\s|$)/gu, '$1')
    .replaceAll(/^\s*(?:#{1,6}|>|[-*])\s+/gmu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
