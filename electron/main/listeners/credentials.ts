import { serviceChannels, type ServiceEvent, type ServiceMessage } from '../../core/ipc/service-messages';
import type { Service, ServiceId } from '../../core/model/service';
import type { Credentials, ListeningManifest } from '../../recipes/listening';
import type { MessageSender } from '../ipc/service-channel';
import type { Stop } from '../store/app-store';
import type { TimerPort } from '../timers';
import { pickCookies, type CookieJar } from './cookies';

/** How long a page has to answer. */
export const ANSWER_PATIENCE_MS = 5000;

/** Takes what a service's own session signs in with, once the person agreed. Nothing of it is ever logged. */
export interface CredentialDesk {
  /** Asks page and cookies; undefined when anything needed is missing, or the page does not answer within 5 s. */
  readonly take: (serviceId: ServiceId) => Promise<Credentials | undefined>;
  /** The same without a page: undefined too where the page would be needed. */
  readonly takeCookies: (serviceId: ServiceId) => Promise<Credentials | undefined>;
  /** Hears a page's answer. What nobody asked that very page for is refused. */
  readonly hear: (serviceId: ServiceId, message: CredentialsMessage, sender: MessageSender) => void;
  /** Leaves all questions without an answer. */
  readonly stop: Stop;
}

type CredentialsMessage = Extract<ServiceMessage, { readonly kind: 'credentials' }>;
type Values = Readonly<Record<string, string>>;

/** What is used of the page in a service's own view. */
export interface CredentialPage {
  readonly id: number;
  readonly mainFrame: { readonly processId: number; readonly routingId: number };
  readonly getURL: () => string;
  /** Reaches the main frame alone. */
  readonly send: (channel: string, event: ServiceEvent) => void;
}

interface CredentialDeps {
  readonly serviceOf: (serviceId: ServiceId) => Service | undefined;
  readonly listeningOf: (recipeId: string) => ListeningManifest | undefined;
  /** The page in the service's own view; undefined while it has none. */
  readonly pageOf: (serviceId: ServiceId) => CredentialPage | undefined;
  readonly isOwnSite: (serviceId: ServiceId, url: string) => boolean;
  readonly cookiesOf: (service: Service) => CookieJar;
  /** Nobody can guess it. */
  readonly newId: () => string;
  readonly after: TimerPort['after'];
  readonly refuse: (serviceId: ServiceId, reason: string) => void;
}

interface Question {
  readonly serviceId: ServiceId;
  readonly answer: (values: Values | undefined) => void;
}

/** Creates the desk. */
export function createCredentialDesk(deps: CredentialDeps): CredentialDesk {
  const open = new Map<string, Question>();

  const ask = (serviceId: ServiceId, stored: Values): Promise<Values | undefined> =>
    new Promise((resolve) => {
      const page = deps.pageOf(serviceId);
      if (page === undefined || !deps.isOwnSite(serviceId, page.getURL())) return resolve(undefined);
      const requestId = deps.newId();
      const answer = (values: Values | undefined): void => {
        open.delete(requestId);
        callOff();
        resolve(values);
      };
      const callOff = deps.after(ANSWER_PATIENCE_MS, () => answer(undefined));
      open.set(requestId, { serviceId, answer });
      page.send(serviceChannels.event, { kind: 'credentials-wanted', requestId, stored });
    });

  const isOfPage = (serviceId: ServiceId, sender: MessageSender): boolean => {
    const page = deps.pageOf(serviceId);
    return (
      sender.from === 'frame' &&
      page?.id === sender.senderId &&
      page.mainFrame.processId === sender.processId &&
      page.mainFrame.routingId === sender.frameRoutingId &&
      deps.isOwnSite(serviceId, sender.frameUrl)
    );
  };

  const takeBy = async (
    serviceId: ServiceId,
    valuesFor: (manifest: ListeningManifest) => Promise<Values | undefined>,
  ): Promise<Credentials | undefined> => {
    const service = deps.serviceOf(serviceId);
    const manifest = service && deps.listeningOf(service.recipeId);
    if (service === undefined || manifest === undefined) return undefined;
    const [cookies, values] = await Promise.all([
      pickCookies(deps.cookiesOf(service), service.url, manifest.cookies ?? []),
      valuesFor(manifest),
    ]);
    return cookies && values && { cookies, values };
  };

  const needsPage = ({ stored = {}, takesMore = false }: ListeningManifest): boolean =>
    takesMore || Object.keys(stored).length > 0;

  return {
    take: (serviceId) =>
      takeBy(serviceId, async (manifest) => {
        if (!needsPage(manifest)) return {};
        const { stored = {}, takesMore = false } = manifest;
        const values = await ask(serviceId, stored);
        if (values === undefined || !Object.keys(stored).every((name) => Object.hasOwn(values, name)))
          return undefined;
        return takesMore && Object.keys(values).length === 0 ? undefined : values;
      }),
    takeCookies: (serviceId) => takeBy(serviceId, async (manifest) => (needsPage(manifest) ? undefined : {})),
    hear: (serviceId, { requestId, values }, sender) => {
      const question = open.get(requestId);
      if (question?.serviceId !== serviceId || !isOfPage(serviceId, sender))
        return deps.refuse(serviceId, 'not-asked');
      return question.answer(values);
    },
    stop: () => {
      for (const { answer } of [...open.values()]) answer(undefined);
    },
  };
}
