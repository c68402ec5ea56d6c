import { net, type Session } from 'electron/main';
import { answerProxy, type RecallProxy } from '../discovery/receive';

/** So long a server has to answer. */
const KNOCK_MAX_MS = 20_000;

/**
 * Asks a server for nothing, with a service's session but without its cookies and logins, so that Chromium judges its
 * certificate. True when it answered, by whichever status.
 */
export function knock(session: Session, url: string, recallProxy: RecallProxy): Promise<boolean> {
  return new Promise((resolve) => {
    const request = net.request({
      method: 'HEAD',
      url,
      session,
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
    });
    const finish = (isThere: boolean): void => {
      clearTimeout(timer);
      resolve(isThere);
      request.abort();
    };
    const timer = setTimeout(() => finish(false), KNOCK_MAX_MS);
    request.on('redirect', () => finish(true));
    request.on('response', () => finish(true));
    request.on('error', () => finish(false));
    answerProxy(request, recallProxy);
    request.end();
  });
}
