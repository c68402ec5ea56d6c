/** Where the server is on its host: empty, or a path such as `/chat`. The vendor's page knows it by its own script too. */
export const base = new URL(import.meta.url).pathname.replace(/\/static\/.*$/, '');

Object.assign(window, { basename: base });

/** The path of the place, without where the server is. */
export const pathHere = (): string => location.pathname.slice(base.length) || '/';
