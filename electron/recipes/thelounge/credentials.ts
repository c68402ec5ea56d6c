/** What of the page's settings says what it notifies of. */
const SETTINGS = ['desktopNotifications', 'notifyAllMessages', 'highlights', 'syncSettings'];

/** Takes who is signed in to The Lounge, the token, and what the page's settings say of notifications. */
export async function takeCredentials(page: {
  readonly localStorage: { readonly getItem: (key: string) => string | null };
}): Promise<Readonly<Record<string, string>> | undefined> {
  const user = page.localStorage.getItem('user');
  const token = page.localStorage.getItem('token');
  if (!user || !token) return Promise.resolve(undefined);
  return { user, token, settings: settingsOf(page.localStorage.getItem('settings') ?? '{}') };
}

/** The rest may be long: styles of the person's own. */
function settingsOf(text: string): string {
  try {
    const all = JSON.parse(text) as Readonly<Record<string, unknown>> | null;
    return JSON.stringify(Object.fromEntries(SETTINGS.map((name) => [name, all?.[name]])));
  } catch {
    return '{}';
  }
}
