// @ts-check

/** What is said of each thing that tests show. @type {Readonly<Record<string, string>>} */
const words = {
  'signed-in': 'whether somebody is signed in',
  list: 'channels as the server has them',
  message: 'unread after a message',
  mention: 'counted after a mention',
  'group-mention': 'after a mention of all',
  'thread-reply': 'after a reply in a thread',
  edit: 'after an edit',
  'read-elsewhere': 'read elsewhere',
  'mark-read': 'marked as read from here',
  mute: 'muted on the server from here',
  'mute-elsewhere': 'muted elsewhere',
  hidden: 'hidden elsewhere',
  left: 'left',
  renamed: 'renamed',
  open: 'opened without loading anew',
  'on-screen': 'which channel is on screen',
  attribution: 'notifications to their channel',
  reload: 'kept over a reload',
  reconnect: 'right after an outage',
  restart: 'right after the server started anew',
  'sign-out': 'dropped at sign-out',
};

/**
 * A suite of Playwright's JSON report, as far as it is read.
 * @typedef {{ suites?: readonly Suite[], specs?: readonly { tests: readonly { annotations: readonly { type: string, description?: string }[] }[] }[] }} Suite
 */

/** All annotations of one type in a report. @param {readonly Suite[]} suites @param {string} type @returns {readonly string[]} */
export function annotationsOf(suites, type) {
  return suites.flatMap((suite) => [
    ...annotationsOf(suite.suites ?? [], type),
    ...(suite.specs ?? [])
      .flatMap((spec) => spec.tests)
      .flatMap((test) => test.annotations)
      .flatMap((one) => (one.type === type && one.description !== undefined ? [one.description] : [])),
  ]);
}

/**
 * Gives the page about services: what tests show of each.
 * @param {readonly string[]} shown "service thing", as tests say
 * @param {readonly { id: string, name: string }[]} services in their order
 * @param {readonly string[]} things in their order
 */
export function toServicesPage(shown, services, things) {
  const all = new Set(shown);
  const head = ['', ...services.map(({ name }) => name)];
  const rows = things.map((thing) => [
    words[thing] ?? thing,
    ...services.map(({ id }) => (all.has(`${id} ${thing}`) ? 'yes' : '–')),
  ]);
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [
    '# What Foyer knows of which service',
    '',
    'Made by `npm run docs:services` from what the tests in `e2e/app/adapter-*.spec.ts` say they show; `npm test` runs them, each in a',
    'real Electron against a real server or, for Rocket.Chat, Mattermost, Zulip and Matrix, a stand-in that the vendor’s own client',
    'library proves. A dash is what a service has no such thing for, or what nobody has shown yet: [recipes.md](recipes.md) says which.',
    'All other services are counted by the title and badge of their page, and told apart by the wording of their notifications.',
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n');
}
