import type { AppCommand } from './command-list';

/** Gives the key of a command's name in the locale file, under `command.`: `unread.next` is `unreadNext`; rows of numbers share one. */
export const nameKeyOf = ({ id, number }: Pick<AppCommand, 'id' | 'number'>): string =>
  number === undefined
    ? id.replaceAll(/\.(\w)/g, (_match, letter: string) => letter.toUpperCase())
    : id.replace(`.${number}`, 'Nth');
