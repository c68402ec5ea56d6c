import type { DisplayMediaRequestHandlerHandlerRequest, Streams } from 'electron/main';
import { toPermissionOrigin } from '../../core/decide/decide-permission';
import {
  canShareAudio,
  decidePicker,
  decideShare,
  toPortalSource,
  type ShareSystem,
} from '../../core/decide/decide-share';
import type { ServiceId } from '../../core/model/service';
import { shareKinds, type ShareChoice, type ShareSource } from '../../core/model/share';
import { createTokenBucket, type TokenBucket } from '../../core/model/token-bucket';
import { canOpenPrompt } from '../../core/state/reduce-shell';
import { isLocked } from '../../core/state/veil';
import { stopAll, type AppStore, type Stop } from '../store/app-store';
import { isPromptOpen, whenPromptsGo } from '../store/open-prompts';
import type { TimerPort } from '../timers';
import { createSeenAsks, type SeenAsk } from './seen-asks';
import { createShareBook } from './share-book';
import type { ScreenSaid, ShareFrame, SharePage } from './share-page';

export type { SharePage } from './share-page';

type Answer = (isGranted: boolean) => void;

interface Question {
  readonly serviceId: ServiceId;
  readonly page: SharePage;
  readonly ask: SeenAsk;
  readonly answer: Answer;
  /** Those that were shown last, by id. */
  offered: ReadonlyMap<string, ShareSource>;
}

/** What was chosen, while Electron asks for it. */
interface Chosen extends Pick<Question, 'serviceId' | 'page' | 'ask'> {
  readonly source: ShareSource;
  readonly withAudio: boolean;
  isTaken: boolean;
}

interface ShareDeps extends Pick<TimerPort, 'after' | 'nowMs'> {
  readonly store: AppStore;
  readonly system: ShareSystem;
  readonly newId: () => string;
  readonly isOwnSite: (serviceId: ServiceId, url: string) => boolean;
  /** The screens and windows there are now, but for Foyer's own. */
  readonly readSources: () => Promise<readonly ShareSource[]>;
  readonly isFrameThere: (processId: number, routingId: number) => boolean;
  /** Told what was refused; logs it and counts it for the service. */
  readonly refuse: (serviceId: ServiceId, reason: string) => void;
  readonly onProblem: (error: unknown) => void;
}

/** What pages see of the screen, and how the person lets them. */
export interface ShareDesk {
  /** Sets what a service's session asks once the person has chosen. */
  readonly guard: (session: SharingSession) => void;
  /** Asks the person what a page may see of the screen, and answers it once they have said. */
  readonly ask: (serviceId: ServiceId, page: SharePage, url: string, answer: Answer) => Promise<void>;
  readonly hear: (said: ScreenSaid, frame: ShareFrame) => void;
  readonly watch: (page: SharePage) => void;
  /** What there is to choose from now; null where that question is not open. */
  readonly sources: (promptId: string) => Promise<readonly ShareSource[] | null>;
  readonly answer: (promptId: string, choice: ShareChoice | null) => void;
  readonly stop: Stop;
}

/** Questions of one service that led to nothing: a few at once, then one in ten seconds. */
const ASK_RATE = { burst: 3, perSecond: 0.1 } as const;

type Respond = (streams: Streams | null) => void;
export type Give = (request: DisplayMediaRequestHandlerHandlerRequest, respond: Respond) => void;
/** What of a session is needed; written as a method, it fits whatever its version says of null. */
interface SharingSession {
  setDisplayMediaRequestHandler(handler: Give): void;
}

/** Creates the desk. */
export function createShareDesk(deps: ShareDeps): ShareDesk {
  const { store, system, refuse } = deps;
  const seen = createSeenAsks(deps);
  const book = createShareBook(deps);
  const open = new Map<string, Question>();
  const rates = new Map<ServiceId, TokenBucket>();
  const held: { chosen: Chosen | undefined } = { chosen: undefined };
  const picker = decidePicker(system);

  const isInTime = (serviceId: ServiceId): boolean => {
    const rate = rates.get(serviceId) ?? createTokenBucket(ASK_RATE);
    rates.set(serviceId, rate);
    return rate.take(deps.nowMs());
  };
  const isAsking = (serviceId: ServiceId): boolean =>
    [...open.values()].some((question) => question.serviceId === serviceId) ||
    !canOpenPrompt(store.getState(), serviceId);

  const settle = (promptId: string, source?: ShareSource, withAudio = false): void => {
    const question = open.get(promptId);
    if (question === undefined) return;
    open.delete(promptId);
    store.dispatch({ kind: 'prompt-closed', promptId });
    const { serviceId, page, ask, answer } = question;
    const { processId, frameRoutingId } = ask.frame;
    if (source === undefined || page.isDestroyed() || !deps.isFrameThere(processId, frameRoutingId))
      return answer(false);
    const chosen: Chosen = { serviceId, page, ask, source, withAudio, isTaken: false };
    held.chosen = chosen;
    answer(true);
    held.chosen = undefined;
    if (chosen.isTaken) return;
    // Electron asks for what was chosen at once. Where it does not, the page asked in the old way, which takes any screen it names.
    refuse(serviceId, 'share: taken past the picker');
    page.forcefullyCrashRenderer();
  };
  const closeWhere = (isGone: (question: Question) => boolean): void => {
    for (const [id, question] of [...open]) if (isGone(question)) settle(id);
  };

  const give = (
    { frame, userGesture, audioRequested }: DisplayMediaRequestHandlerHandlerRequest,
    respond: Respond,
  ): void => {
    const { chosen } = held;
    const isSame =
      frame?.processId === chosen?.ask.frame.processId &&
      frame?.routingId === chosen?.ask.frame.frameRoutingId;
    if (chosen !== undefined) chosen.isTaken = true;
    if (chosen === undefined || !isSame || !userGesture) {
      if (chosen !== undefined) refuse(chosen.serviceId, 'share: not by a click');
      if (frame !== null) book.owe(frame.processId, frame.routingId);
      return respondNothing(respond);
    }
    const { serviceId, page, ask, source, withAudio } = chosen;
    const { id, kind, name } = source;
    // Only what the person did not want counts against it.
    rates.get(serviceId)?.give();
    const hasAudio = withAudio && audioRequested && canShareAudio(system);
    book.begin(serviceId, { id: deps.newId(), kind, name }, page, ask);
    respond({ video: { id, name }, ...(hasAudio && { audio: 'loopback' as const }) });
  };

  // A question that went away with its service is a no.
  const stops = [
    whenPromptsGo(store, open, settle),
    // Nobody could answer it.
    store.onAction('locked', () => closeWhere(() => true)),
    () => closeWhere(() => true),
    seen.stop,
    book.stop,
  ];

  return {
    guard: (session) => session.setDisplayMediaRequestHandler(give),
    ask: async (serviceId, page, url, answer) => {
      const ask = await seen.take(page.id);
      const decision = decideShare({
        isOwnPage: !page.isDestroyed() && deps.isOwnSite(serviceId, page.getURL()),
        origin: toPermissionOrigin(url),
        wasSeenAsking: ask !== undefined,
        isLocked: isLocked(store.getState()),
        isAsking: isAsking(serviceId),
        isInTime: () => isInTime(serviceId),
      });
      if (decision.kind === 'refuse' || ask === undefined) {
        refuse(serviceId, `share: ${decision.kind === 'refuse' ? decision.reason : 'unseen'}`);
        return answer(false);
      }
      const id = deps.newId();
      const isAudioOffered = canShareAudio(system);
      open.set(id, { serviceId, page, ask, answer, offered: new Map() });
      store.dispatch({
        kind: 'prompt-opened',
        prompt: { kind: 'share', id, serviceId, origin: decision.origin, picker, isAudioOffered },
      });
      if (!isPromptOpen(store, id)) settle(id);
    },
    hear: (said, frame) => {
      seen.hear(said, frame);
      book.hear(said, frame);
    },
    watch: (page) =>
      book.watch(page, {
        onEnd: () => {
          seen.forget(page.id);
          closeWhere((question) => question.page === page);
        },
        onFrameEnd: (key) => closeWhere(({ ask }) => ask.frame.key === key),
      }),
    sources: async (promptId) => {
      if (!open.has(promptId)) return null;
      const sources = picker === 'own' ? await deps.readSources() : shareKinds.map(toPortalSource);
      const question = open.get(promptId);
      if (question === undefined) return null;
      // One that closed meanwhile may still be clicked.
      question.offered = new Map([...question.offered, ...sources.map((one) => [one.id, one] as const)]);
      return sources;
    },
    answer: (promptId, choice) => {
      if (choice === null) return settle(promptId);
      const source = open.get(promptId)?.offered.get(choice.sourceId);
      if (source !== undefined) settle(promptId, source, choice.withAudio);
    },
    stop: () => stopAll(stops, deps.onProblem),
  };
}

/** Electron 33 throws where nothing is given, once it has told the page. */
function respondNothing(respond: Respond): void {
  try {
    respond(null);
  } catch {
    // The page knows.
  }
}
