/** The chat's pages, made on the server as such chats do it: each view is a document of its own. */

/** A session as it lives in the server's memory. */
export interface Session {
  readonly name: string;
  readonly messages: Map<string, { readonly from: string; readonly text: string }[]>;
  readonly unread: Map<string, number>;
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

const documentOf = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title></head><body>${body}</body></html>`;

/** The form that begins a session. */
export const signInPage = (): string =>
  documentOf(
    'Sign in',
    '<form method="post" action="/sign-in"><label>Name <input name="name"></label><button>Sign in</button></form>',
  );

/** The page that lists people and groups. */
export const peoplePage = (people: readonly string[], groups: readonly string[]): string =>
  documentOf(
    'People',
    `<h1>People</h1><ul id="people">${people.map((one) => `<li data-name="${escape(one)}" class="off">${escape(one)}</li>`).join('')}</ul>` +
      `<nav>${groups.map((one) => `<a href="/group/${escape(one)}">${escape(one)}</a>`).join(' ')}</nav>${scripts('')}`,
  );

/** The page that shows a group: what was said in it as long as this session is there. */
export const groupPage = (group: string, { messages }: Session): string =>
  documentOf(
    group,
    `<h1>${escape(group)}</h1><a href="/people">People</a><ol id="messages">` +
      (messages.get(group) ?? []).map(({ from, text }) => `<li>${escape(`${from}: ${text}`)}</li>`).join('') +
      `</ol>${scripts(group)}`,
  );

/** `/transports.js` says how the vendor's client is to talk. */
const scripts = (group: string): string =>
  `<script src="/socket.io/socket.io.js"></script><script src="/transports.js"></script>` +
  `<script>(${String(runPage)})(${JSON.stringify(group).replace(/</g, '\\u003c')})</script>`;

interface Client {
  on(event: string, hear: (said: never) => void): void;
  emit(event: string, said: unknown): void;
}

/** What each page does: a count in the title once the server told it, and a notification for what it does not show. */
function runPage(group: string): void {
  const { io, transports } = window as unknown as {
    readonly io: (options: object) => Client;
    readonly transports: readonly string[];
  };
  const ownTitle = document.title;
  const socket = io({ transports });
  Object.assign(window, { socket });
  socket.on('connect', () => socket.emit('view', group));
  socket.on('counts', (counts: Readonly<Record<string, number>>) => {
    const sum = Object.values(counts).reduce((all, one) => all + one, 0);
    document.title = sum > 0 ? `(${String(sum)}) ${ownTitle}` : ownTitle;
  });
  socket.on('online', (names: readonly string[]) => {
    for (const one of document.querySelectorAll<HTMLElement>('#people li'))
      one.className = names.includes(one.dataset['name'] ?? '') ? 'on' : 'off';
  });
  socket.on('message', (said: { readonly from: string; readonly group: string; readonly text: string }) => {
    if (said.group === group) {
      const item = document.createElement('li');
      item.textContent = `${said.from}: ${said.text}`;
      document.querySelector('#messages')?.append(item);
      return;
    }
    const notification = new Notification(`${said.from} in ${said.group}`, { body: said.text });
    notification.addEventListener('click', () => {
      window.focus();
      location.href = `/group/${said.group}`;
    });
  });
  socket.on('signed-out', () => {
    location.href = '/';
  });
  if (Notification.permission === 'default') void Notification.requestPermission();
}
