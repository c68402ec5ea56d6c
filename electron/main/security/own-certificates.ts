import type { App, Certificate } from 'electron/main';
import { askerOf, decideOwnCertificate } from '../../core/decide/decide-own-certificate';
import { toTimeMs } from '../../core/model/certificate';
import { OWN_CHOICES_MAX } from '../../core/model/prompt';
import type { ServiceId } from '../../core/model/service';
import { canOpenPrompt } from '../../core/state/reduce-shell';
import type { AppStore, Stop } from '../store/app-store';
import { isPromptOpen, whenPromptsGo } from '../store/open-prompts';

/** What is used of a certificate of the person's own. */
export type OwnChoice = Pick<Certificate, 'fingerprint' | 'subjectName' | 'issuerName' | 'validExpiry'>;

/** Holds questions of servers for a certificate of the person's own open until the shell's sheet answers them. */
export interface OwnCertificateDesk {
  /** `callback` is given one of `choices` by its fingerprint, or nothing. */
  readonly ask: (
    serviceId: ServiceId,
    url: string,
    choices: readonly OwnChoice[],
    callback: (fingerprint?: string) => void,
  ) => void;
  /** Null: none is shown. `isKept`: from now on without a question. */
  readonly answer: (promptId: string, fingerprint: string | null, isKept: boolean) => void;
  readonly stop: Stop;
}

/** Longest name shown of a certificate. */
const NAME_MAX = 200;

/** Creates the desk. Nothing is ever shown to a server that the person did not choose for it. */
export function createOwnCertificateDesk(
  store: AppStore,
  newId: () => string,
  nowMs: () => number,
): OwnCertificateDesk {
  const open = new Map<string, ((fingerprint?: string) => void)[]>();
  const settle = (promptId: string, fingerprint?: string): void => {
    const waiting = open.get(promptId) ?? [];
    open.delete(promptId);
    for (const callback of waiting) callback(fingerprint);
  };
  const promptOf = (fits: (id: string, serviceId: ServiceId, place: string) => boolean) =>
    store
      .getState()
      .session.prompts.find(
        (one) => one.kind === 'own-certificate' && fits(one.id, one.serviceId, one.place),
      );
  const stop = whenPromptsGo(store, open, settle);
  return {
    ask: (serviceId, url, choices, callback) => {
      const place = askerOf(url);
      if (place === undefined) return callback();
      const fingerprints = choices.map(({ fingerprint }) => fingerprint);
      const { ownCertificates } = store.getState().persisted;
      const decision = decideOwnCertificate(ownCertificates, { serviceId, place }, fingerprints);
      if (decision.kind !== 'ask')
        return callback(decision.kind === 'show' ? decision.fingerprint : undefined);
      const same = promptOf((_id, ofService, atPlace) => ofService === serviceId && atPlace === place);
      const waiting = same === undefined ? undefined : open.get(same.id);
      if (waiting !== undefined) return void waiting.push(callback);
      if (!canOpenPrompt(store.getState(), serviceId)) return callback();
      const id = newId();
      open.set(id, [callback]);
      store.dispatch({
        kind: 'prompt-opened',
        prompt: {
          kind: 'own-certificate',
          id,
          serviceId,
          place,
          choices: choices.slice(0, OWN_CHOICES_MAX).map((one) => ({
            fingerprint: one.fingerprint,
            subject: one.subjectName.slice(0, NAME_MAX),
            issuer: one.issuerName.slice(0, NAME_MAX),
            validToMs: toTimeMs(one.validExpiry),
          })),
        },
      });
      if (!isPromptOpen(store, id)) settle(id);
    },
    answer: (promptId, fingerprint, isKept) => {
      const prompt = promptOf((id) => id === promptId);
      if (prompt?.kind !== 'own-certificate') return;
      const { serviceId, place } = prompt;
      const choice = prompt.choices.find((one) => one.fingerprint === fingerprint);
      if (choice !== undefined && isKept) {
        const { subject } = choice;
        store.dispatch({
          kind: 'own-certificate-chosen',
          own: { serviceId, place, fingerprint: choice.fingerprint, subject, sinceMs: nowMs() },
        });
      }
      settle(promptId, choice?.fingerprint);
      store.dispatch({ kind: 'prompt-closed', promptId });
    },
    stop,
  };
}

/** Brings the questions of services' pages to the desk; nobody else shows a server any certificate. */
export function startOwnCertificates(
  port: Pick<App, 'on' | 'off'>,
  serviceOf: (contentsId: number) => ServiceId | undefined,
  desk: Pick<OwnCertificateDesk, 'ask'>,
): Stop {
  const hear = (
    event: { readonly preventDefault: () => void },
    contents: { readonly id: number } | null | undefined,
    url: string,
    certificates: Certificate[],
    callback: (certificate?: Certificate) => void,
  ): void => {
    // Electron would show the first one that the system has.
    event.preventDefault();
    const serviceId = contents === null || contents === undefined ? undefined : serviceOf(contents.id);
    if (serviceId === undefined) return callback();
    desk.ask(serviceId, url, certificates, (fingerprint) => {
      const chosen = certificates.find((one) => one.fingerprint === fingerprint);
      if (chosen === undefined) callback();
      else callback(chosen);
    });
  };
  port.on('select-client-certificate', hear);
  return () => void port.off('select-client-certificate', hear);
}
