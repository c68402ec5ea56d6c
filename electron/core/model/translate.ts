/** Gives the text of a key in the person's language, with `{{name}}` places filled; `count` also chooses the plural. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;
