import type { ChooseIconAnswer } from '../../core/ipc/answers';
import type { AddServiceAnswer, CommandInput } from '../../core/ipc/contract';
import { toProjection, type ShellFacts } from '../../core/ipc/projection';
import { startUrlOf } from '../../core/model/address';
import type { AddressCheck, Discovery } from '../../core/model/discovery';
import { newService, SERVICES_MAX, toServiceName } from '../../core/model/service';
import { selectServiceSession } from '../../core/state/selectors';
import { recipeById } from '../../recipes/index';
import type { Credentials } from '../security/login-question';
import type { PermissionAnswer } from '../security/permissions';
import type { AppStore } from '../store/app-store';
import { createBackupHandlers, type BackupHandlerDeps } from './backup-handlers';
import { createAboutHandlers, type AboutHandlerDeps } from './about-handlers';
import { createDownloadHandlers } from './download-handlers';
import type { ProcessDesk } from '../processes/process-desk';
import { createInboxHandlers, type InboxHandlerDeps } from './inbox-handlers';
import { createKeyHandlers } from './key-handlers';
import { createLayoutHandlers } from './layout-handlers';
import { createMovingHandlers, type MovingHandlerDeps } from './moving-handlers';
import { createLinkHandlers, type LinkHandlerDeps } from './link-handlers';
import { createLockHandlers } from './lock-handlers';
import type { LockDesk } from '../lock/lock-desk';
import type { OutsideDesk } from '../outside/outside-desk';
import { createPolicyHandlers, withoutUndefined, type PolicyHandlerDeps } from './policy-handlers';
import type { Switcher } from '../switcher/switcher';
import { createResetHandlers } from './reset-handlers';
import type { SyncDesk } from '../sync/desk';
import type { Handlers } from './serve-commands';
import { createShareHandlers, type ShareHandlerDeps } from './share-handlers';
import { createSyncHandlers } from './sync-handlers';
import { createTweakHandlers, type TweakHandlerDeps } from './tweak-handlers';
import { createWorkspaceHandlers } from './workspace-handlers';

/** What handlers reach beside the store. */
export interface HandlerDeps
  extends
    AboutHandlerDeps,
    PolicyHandlerDeps,
    InboxHandlerDeps,
    MovingHandlerDeps,
    BackupHandlerDeps,
    ShareHandlerDeps,
    LinkHandlerDeps,
    TweakHandlerDeps {
  readonly store: AppStore;
  readonly facts: ShellFacts;
  readonly checkAddress: (recipeId: string, address: string) => Promise<AddressCheck>;
  readonly discover: (text: string) => Promise<Discovery>;
  /** Keeps a picture as the one of the service's site. */
  readonly keepSiteIcon: (serviceId: string, dataUrl: string) => void;
  readonly chooseIcon: () => Promise<{ readonly answer: ChooseIconAnswer; readonly dataUrl?: string }>;
  readonly chooseFolder: () => Promise<string | null>;
  readonly answerPermission: (promptId: string, answer: PermissionAnswer) => void;
  /** False when that certificate was not refused there. */
  readonly trustCertificate: (place: string, fingerprint: string) => boolean;
  readonly answerOwnCertificate: (promptId: string, fingerprint: string | null, isKept: boolean) => void;
  readonly answerLogin: (promptId: string, credentials: Credentials | null, isKept?: boolean) => void;
  readonly canKeepSignIns: () => boolean;
  readonly processes: ProcessDesk;
  readonly goBack: (serviceId: string) => void;
  readonly switcher: Pick<Switcher, 'search' | 'act' | 'whole'>;
  readonly lock: LockDesk;
  readonly sync: () => Promise<SyncDesk>;
  readonly outside: Pick<OutsideDesk, 'answer'>;
}

/** Gives the handlers of the contract: each says what happened, the core decides what follows. */
export function createHandlers(deps: HandlerDeps): Handlers {
  const { store, nowMs } = deps;
  const { dispatch } = store;
  return {
    ...createAboutHandlers(deps),
    ...createPolicyHandlers(deps),
    ...createInboxHandlers(deps),
    ...createKeyHandlers(store),
    ...createLayoutHandlers(store),
    ...createLockHandlers(store, deps.lock),
    ...createDownloadHandlers(deps),
    ...createShareHandlers(deps),
    'service.set-spelling': (choice) => dispatch({ kind: 'service-spelling-set', ...choice }),
    ...createWorkspaceHandlers(deps),
    ...createMovingHandlers(deps),
    ...createBackupHandlers(deps),
    ...createSyncHandlers(deps.sync),
    ...createTweakHandlers(deps),
    ...createLinkHandlers(deps),
    ...createResetHandlers(deps),
    'app.connect': () => toProjection(store.getState(), deps.facts),
    'app.quit': () => dispatch({ kind: 'quit-requested' }),
    'address.check': ({ recipeId, address }) => deps.checkAddress(recipeId, address),
    'server.discover': ({ text }) => deps.discover(text),
    'service.add': (input) => addService(deps, input),
    'service.activate': ({ serviceId }) => dispatch({ kind: 'service-activated', serviceId }),
    'service.rename': ({ serviceId, name }) => {
      const clean = toServiceName(name);
      if (clean !== undefined) dispatch({ kind: 'service-renamed', serviceId, name: clean });
    },
    'service.set-icon': ({ serviceId, icon }) => dispatch({ kind: 'service-icon-chosen', serviceId, icon }),
    'service.choose-icon': async ({ serviceId }) => {
      const { answer, dataUrl } = await deps.chooseIcon();
      if (dataUrl !== undefined)
        dispatch({ kind: 'service-icon-chosen', serviceId, icon: { kind: 'chosen', dataUrl } });
      return answer;
    },
    'service.move': ({ serviceId, toIndex }) => dispatch({ kind: 'service-moved', serviceId, toIndex }),
    'service.set-enabled': ({ serviceId, enabled }) =>
      dispatch({ kind: 'service-enabled-set', serviceId, enabled }),
    'service.set-count': ({ serviceId, countInTotal }) =>
      dispatch({ kind: 'service-count-set', serviceId, countInTotal }),
    'service.set-mute-there': (choice) => dispatch({ kind: 'service-mute-there-set', ...choice }),
    'service.set-keep-text': ({ serviceId, keepText }) =>
      dispatch({ kind: 'service-text-kept-set', serviceId, keepText }),
    'service.set-own-names': ({ serviceId, ownNames }) =>
      dispatch({ kind: 'service-own-names-set', serviceId, ownNames }),
    'service.sign-in-with': (choice) =>
      dispatch({ kind: 'service-storage-set', ...choice, freshId: deps.newId() }),
    'service.set-sleep-mode': (choice) => dispatch({ kind: 'service-sleep-mode-set', ...choice }),
    'service.set-listen': (choice) => dispatch({ kind: 'service-listen-set', ...choice }),
    'service.sleep': (service) => dispatch({ kind: 'sleep-requested', ...service }),
    'service.wake': (service) =>
      dispatch({ kind: 'wake-requested', ...service, why: 'wanted', nowMs: deps.nowMs() }),
    'sign-ins.can-keep': () => deps.canKeepSignIns(),
    'processes.list': deps.processes.list,
    'service.reload': ({ serviceId, fromStartPage }) =>
      dispatch({ kind: 'reload-requested', serviceId, fromStartPage }),
    'channels.list': ({ serviceId }) => {
      const session = selectServiceSession(store.getState(), serviceId);
      const { adapter, channels = null, openChannelId = null, server = null } = session;
      return { adapter, channels, openChannelId, server };
    },
    'channel.open': (channel) => dispatch({ kind: 'channel-open-requested', ...channel }),
    'channel.mute': (channel) => dispatch({ kind: 'channel-mute-requested', ...channel }),
    'channel.mark-read': (channel) => dispatch({ kind: 'channel-read-requested', ...channel }),
    'service.mark-read': (service) => dispatch({ kind: 'service-read-requested', ...service }),
    'service.go-back': ({ serviceId }) => deps.goBack(serviceId),
    'service.remove': ({ serviceId }) => dispatch({ kind: 'service-removed', serviceId }),
    'service.undo-remove': ({ serviceId }) => dispatch({ kind: 'service-removal-undone', serviceId }),
    'permission.answer': ({ promptId, answer }) => deps.answerPermission(promptId, answer),
    'permission.revoke': (grant) => dispatch({ kind: 'permission-revoked', ...grant }),
    'certificate.trust': ({ place, fingerprint }) => deps.trustCertificate(place, fingerprint),
    'certificate.revoke': ({ place }) => dispatch({ kind: 'certificate-trust-revoked', place }),
    'login.answer': ({ promptId, credentials, isKept }) => deps.answerLogin(promptId, credentials, isKept),
    'own-certificate.answer': ({ promptId, fingerprint, isKept }) =>
      deps.answerOwnCertificate(promptId, fingerprint, isKept),
    'own-certificate.forget': (asker) => dispatch({ kind: 'own-certificate-forgotten', ...asker }),
    'login.forget': (login) => dispatch({ kind: 'login-forgotten', login }),
    'page.show': ({ page }) => dispatch({ kind: 'page-shown', page }),
    'switcher.search': ({ query, limit }) => deps.switcher.search(query, limit),
    'switcher.whole': () => deps.switcher.whole(),
    'switcher.act': ({ key, act, query }) => deps.switcher.act(key, act, query),
    'outside.answer': ({ questionId, isWanted }) => deps.outside.answer(questionId, isWanted),
    'overlay.set': ({ open }) => dispatch({ kind: 'overlay-changed', open }),
    'settings.change': (settings) =>
      dispatch({ kind: 'settings-changed', settings: withoutUndefined(settings) }),
    'notice.dismiss': ({ noticeId }) => dispatch({ kind: 'notice-dismissed', noticeId }),
    'network.report': ({ online }) => dispatch({ kind: 'network-changed', online }),
  };

  function addService(
    { newId, keepSiteIcon }: HandlerDeps,
    { recipeId, address, name, iconDataUrl }: CommandInput<'service.add'>,
  ): AddServiceAnswer {
    const recipe = recipeById(recipeId);
    if (recipe === undefined) return { kind: 'refused', reason: 'unknown-recipe' };
    if (store.getState().persisted.services.length >= SERVICES_MAX)
      return { kind: 'refused', reason: 'too-many-services' };
    const start = startUrlOf(recipe.start, address);
    if (start.kind === 'refused') return start;
    const service = newService({
      id: newId(),
      recipeId,
      name: toServiceName(name) ?? recipe.name,
      url: start.url,
      icon: { kind: recipeId === 'website' || iconDataUrl !== undefined ? 'site' : 'recipe' },
      addedAtMs: nowMs(),
    });
    dispatch({ kind: 'service-added', service });
    if (iconDataUrl !== undefined) keepSiteIcon(service.id, iconDataUrl);
    return { kind: 'added', serviceId: service.id };
  }
}
