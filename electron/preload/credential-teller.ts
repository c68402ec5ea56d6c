import type { ServiceEvent } from '../core/ipc/service-messages';
import { toValues } from '../core/ipc/credential-messages';
import type { TakeCredentials } from '../recipes/take-credentials';

/** What is used of the frame: in the preload's own world, of which the page's world can bend nothing. */
export interface TellerPort {
  /** Sub-frames and what else may run the preload say nothing. */
  readonly isMainFrame: boolean;
  /** The storage of the page's origin. @throws where the page has none. */
  readonly page: () => Parameters<TakeCredentials>[0];
  /** Says it to main, as JSON text. */
  readonly send: (text: string) => void;
}

/**
 * Creates what tells main what the page's session signs in with, when main asks. True for an event that was its own:
 * nothing of it is for the page.
 */
export function createCredentialTeller(
  take: TakeCredentials | undefined,
  port: TellerPort,
): (event: ServiceEvent) => boolean {
  const collect = async (
    stored: Readonly<Record<string, string>>,
  ): Promise<Readonly<Record<string, string>> | undefined> => {
    const page = port.page();
    const values: Record<string, string> = {};
    for (const [name, key] of Object.entries(stored)) {
      const text = page.localStorage.getItem(key) ?? page.sessionStorage.getItem(key);
      if (text === null) return undefined;
      values[name] = text;
    }
    if (take === undefined) return toValues(values);
    const more = await take(page);
    return more && toValues({ ...values, ...more });
  };
  return (event) => {
    if (event.kind !== 'credentials-wanted') return false;
    if (!port.isMainFrame) return true;
    const answer = (values?: Readonly<Record<string, string>>): void =>
      port.send(JSON.stringify({ kind: 'credentials', requestId: event.requestId, values }));
    // Why it failed could say what was read.
    collect(event.stored).then(answer, () => answer());
    return true;
  };
}
