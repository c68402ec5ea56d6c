/** Text without its Markdown, as notifications show it. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/```\w*\n?([\s\S]*?)```/g, '$1')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/(\*\*|__|~~|\*|`)(.+?)\1/g, '$2')
    .replaceAll(/(^|\s)_(.+?)_(?=\s|$)/g, '$1$2')
    .replaceAll(/^\s*(#{1,6}|>|[-*])\s+/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
