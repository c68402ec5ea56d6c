import type { Session, WebContents } from 'electron/main';
import {
  decidePermission,
  isAskedEachTime,
  toPermissionOrigin,
  type PermissionRequest,
} from '../../core/decide/decide-permission';
import { isForScreen } from '../../core/decide/decide-share';
import type { RecipeHosts } from '../../core/decide/decide-navigation';
import type { PermissionName, ServiceId } from '../../core/model/service';
import { canOpenPrompt } from '../../core/state/reduce-shell';
import { selectService } from '../../core/state/selectors';
import type { OwnerOf } from '../owner-of';
import type { AppStore, Stop } from '../store/app-store';
import { isPromptOpen, whenPromptsGo } from '../store/open-prompts';

/** Answers a permission prompt. `deny-once` is not remembered. */
export type PermissionAnswer = 'allow' | 'deny' | 'deny-once';

/** Holds the questions open and lets the shell's sheet answer them. */
export interface PermissionDesk {
  readonly guard: (ownerOf: OwnerOf, session: Session) => void;
  readonly answer: (promptId: string, answer: PermissionAnswer) => void;
  readonly stop: Stop;
}

interface OpenQuestion {
  readonly serviceId: ServiceId;
  readonly origin: string;
  readonly request: PermissionRequest;
  readonly callbacks: ((granted: boolean) => void)[];
}

interface DeskDeps {
  readonly store: AppStore;
  readonly hostsOf: (recipeId: string) => RecipeHosts;
  readonly newId: () => string;
  readonly nowMs: () => number;
  /** Told what was refused; logs it and counts it for the service. */
  readonly refuse: (serviceId: ServiceId, reason: string) => void;
  /** A page in front, in its service's view, may fill the screen; no other may. */
  readonly mayFillScreen: (serviceId: ServiceId, contentsId: number) => boolean;
  /** Asks what a page may see of the screen: that has a question of its own, and is never remembered. */
  readonly askForScreen: (
    serviceId: ServiceId,
    contents: WebContents,
    url: string,
    answer: (isGranted: boolean) => void,
  ) => void;
  /** Told when a page is given microphone, camera or screen. */
  readonly onCaptureGranted: (contentsId: number) => void;
}

/** How often a question may be left unanswered; after that it is a no until the app starts anew. */
const LEFT_OPEN_MAX = 3;

/** Creates the desk: sets both permission handlers of a service's session, asks the person in our own sheet, remembers. */
export function createPermissionDesk(deps: DeskDeps): PermissionDesk {
  const { store, hostsOf, newId, nowMs, refuse } = deps;
  const open = new Map<string, OpenQuestion>();
  const leftOpen = new Map<string, number>();
  const toKey = (serviceId: ServiceId, origin: string, permission: PermissionName): string =>
    `${serviceId} ${permission} ${origin}`;

  const decide = (serviceId: ServiceId, request: PermissionRequest) => {
    const service = selectService(store.getState(), serviceId);
    return service === undefined
      ? ({ kind: 'deny', reason: 'never' } as const)
      : decidePermission(service, hostsOf(service.recipeId), request);
  };

  const ask = (
    serviceId: ServiceId,
    request: PermissionRequest,
    callback: (granted: boolean) => void,
  ): void => {
    const decision = decide(serviceId, request);
    if (decision.kind !== 'ask') {
      if (decision.kind === 'deny')
        refuse(serviceId, `permission ${request.name.slice(0, 40)}: ${decision.reason}`);
      callback(decision.kind === 'allow');
      return;
    }
    const origin = toPermissionOrigin(request.url) ?? '';
    const same = [...open].find(
      ([id, one]) =>
        one.serviceId === serviceId &&
        one.origin === origin &&
        promptPermission(store, id) === decision.permission,
    );
    const { permission } = decision;
    if ((leftOpen.get(toKey(serviceId, origin, permission)) ?? 0) >= LEFT_OPEN_MAX) {
      refuse(serviceId, `permission ${permission}: asked too often`);
      callback(false);
    } else if (same !== undefined && same[1].callbacks.length < 20) {
      same[1].callbacks.push(callback);
    } else if (same !== undefined || !canOpenPrompt(store.getState(), serviceId)) {
      refuse(serviceId, `permission ${permission}: too many questions`);
      callback(false);
    } else {
      const id = newId();
      open.set(id, { serviceId, origin, request, callbacks: [callback] });
      store.dispatch({
        kind: 'prompt-opened',
        prompt: { kind: 'permission', id, serviceId, origin, permission },
      });
      if (!isPromptOpen(store, id)) settle(id, false);
    }
  };

  const settle = (promptId: string, granted: boolean): void => {
    open.get(promptId)?.callbacks.forEach((callback) => callback(granted));
    open.delete(promptId);
  };

  // A prompt that went away with its service is a no.
  const stop = whenPromptsGo(store, open, (id) => settle(id, false));

  return {
    guard: (ownerOf, session) => {
      session.setPermissionRequestHandler((contents, name, callback, details) => {
        const url = details.requestingUrl;
        const serviceId = ownerOf(contents, url);
        if (name === 'fullscreen' && !deps.mayFillScreen(serviceId, contents.id)) {
          refuse(serviceId, 'permission fullscreen: not in front');
          return callback(false);
        }
        const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
        if (isForScreen(name, mediaTypes))
          return deps.askForScreen(serviceId, contents, url, (granted) => {
            if (granted) deps.onCaptureGranted(contents.id);
            callback(granted);
          });
        ask(serviceId, { name, mediaTypes, url }, (granted) => {
          if (granted && name === 'media') deps.onCaptureGranted(contents.id);
          callback(granted);
        });
      });
      session.setPermissionCheckHandler((contents, name, origin, details) => {
        const mediaTypes =
          details.mediaType === 'audio' || details.mediaType === 'video' ? [details.mediaType] : [];
        const url = details.requestingUrl ?? origin;
        return decide(ownerOf(contents, url), { name, mediaTypes, url }).kind === 'allow';
      });
      session.setDevicePermissionHandler(() => false);
    },
    answer: (promptId, answer) => {
      const question = open.get(promptId);
      const permission = promptPermission(store, promptId);
      if (question === undefined || permission === undefined) return;
      const { serviceId, origin } = question;
      const key = toKey(serviceId, origin, permission);
      if (answer === 'deny-once') leftOpen.set(key, (leftOpen.get(key) ?? 0) + 1);
      else leftOpen.delete(key);
      const isKept = answer === 'deny' || (answer === 'allow' && !isAskedEachTime(permission));
      if (isKept)
        store.dispatch({
          kind: 'permission-decided',
          serviceId,
          origin,
          permission,
          decision: answer,
          decidedAtMs: nowMs(),
        });
      settle(promptId, answer === 'allow');
      store.dispatch({ kind: 'prompt-closed', promptId });
    },
    stop,
  };
}

function promptPermission(store: AppStore, promptId: string) {
  const prompt = store.getState().session.prompts.find((one) => one.id === promptId);
  return prompt?.kind === 'permission' ? prompt.permission : undefined;
}
