import { app } from 'electron/main';
import { hostsOf } from '../recipes/recipe-facts';
import type { ServiceId } from '../core/model/service';
import { isInFront } from '../core/state/selectors';
import type { Log } from './log';
import type { Platform } from './platform';
import { startCertificateErrors } from './security/certificate-errors';
import { createCertificateDesk, type CertificateDesk } from './security/certificates';
import { createLoginMemory } from './security/login-memory';
import { createLoginDesk, startLoginQuestions, type LoginDesk } from './security/logins';
import {
  createOwnCertificateDesk,
  startOwnCertificates,
  type OwnCertificateDesk,
} from './security/own-certificates';
import { createPermissionDesk, type PermissionDesk } from './security/permissions';
import { sealPort } from './seal';
import type { ShareDesk, SharePage } from './sharing/share-desk';
import { stopAll, type AppStore, type Stop } from './store/app-store';
import type { Captures } from './views/captures';
import type { ServicePages } from './views/service-pages';
import type { ServiceViews } from './views/service-views';

interface QuestionsDeps {
  readonly store: AppStore;
  readonly platform: Platform;
  readonly captures: Pick<Captures, 'grant'>;
  readonly shares: Pick<ShareDesk, 'ask'>;
  /** There once the first page is. */
  readonly views: () => ServiceViews;
  readonly refuse: (serviceId: ServiceId, reason: string) => void;
  readonly newId: () => string;
  readonly nowMs: () => number;
  readonly log: Log;
}

/** What pages and their servers ask the person. */
export interface Questions {
  readonly permissions: PermissionDesk;
  readonly logins: LoginDesk;
  readonly certificates: CertificateDesk;
  readonly ownCertificates: OwnCertificateDesk;
  /** Joins them to the pages there are; gives what ends that. */
  readonly join: (pages: Pick<ServicePages, 'serviceOf' | 'onPage'>) => readonly Stop[];
  readonly stop: Stop;
}

/** Creates the desks that hold questions open until the person has answered. */
export function createQuestions(deps: QuestionsDeps): Questions {
  const { store, captures, shares, views, refuse, newId, nowMs, log } = deps;
  const permissions = createPermissionDesk({
    store,
    hostsOf,
    newId,
    nowMs,
    refuse,
    onCaptureGranted: captures.grant,
    // Electron's overloads of `on` take one event each.
    askForScreen: (serviceId, contents, url, answer) =>
      void shares.ask(serviceId, contents as unknown as SharePage, url, answer),
    mayFillScreen: (serviceId, contentsId) =>
      isInFront(store.getState(), serviceId) && views().viewOf(serviceId)?.webContents.id === contentsId,
  });
  const certificates = createCertificateDesk({
    store,
    withoutPage: (serviceId, work) => views().withoutPage(serviceId, work),
    nowMs,
    log: log.info,
  });
  const logins = createLoginDesk(
    store,
    createLoginMemory(store, sealPort(deps.platform), nowMs),
    newId,
    nowMs,
  );
  const ownCertificates = createOwnCertificateDesk(store, newId, nowMs);
  return {
    permissions,
    logins,
    certificates,
    ownCertificates,
    join: ({ serviceOf, onPage }) => [
      startCertificateErrors(app, serviceOf, certificates, log.info),
      startOwnCertificates(app, serviceOf, ownCertificates),
      onPage((serviceId, contents) => {
        contents.on('did-navigate', (_event, url, status) => {
          if (status !== 401 && status !== 407) logins.accepted(serviceId, url);
        });
      }),
      startLoginQuestions(app, serviceOf, logins),
    ],
    stop: () =>
      stopAll([permissions.stop, logins.stop, certificates.stop, ownCertificates.stop], (error) =>
        log.problem('bug', error),
      ),
  };
}
