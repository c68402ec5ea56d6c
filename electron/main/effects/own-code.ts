import { decideOwnCode } from '../../core/decide/decide-own-code';
import type { RecipeHosts } from '../../core/decide/decide-navigation';
import { serviceChannels, type ServiceEvent } from '../../core/ipc/service-messages';
import type { ServiceId } from '../../core/model/service';
import { tweaksOf, type Tweaks } from '../../core/model/tweaks';
import { selectService } from '../../core/state/selectors';
import type { AppStore, Stop } from '../store/app-store';

/** What is used of a page. */
export interface CodePage {
  readonly getURL: () => string;
  readonly mainFrame: { readonly send: (channel: string, event: ServiceEvent) => void };
  readonly on: (event: 'did-navigate', listener: () => void) => void;
}

export interface OwnCodePort {
  readonly isSafeMode: boolean;
  readonly hostsOf: (recipeId: string) => RecipeHosts;
  /** The pages a service has now: its view's and those of its child windows. */
  readonly pagesOf: (serviceId: ServiceId) => readonly CodePage[];
  /** Tells of each new page before its first document. */
  readonly onPage: (listener: (serviceId: ServiceId, page: CodePage) => void) => Stop;
}

/**
 * Hands the preload of each new document of a service the person's own style and script, where it is theirs. A changed
 * style goes to what is open, too; a changed script loads it anew, since what has run cannot be taken back.
 */
export function startOwnCode(store: AppStore, port: OwnCodePort): Stop {
  const tell = (serviceId: ServiceId, page: CodePage, tweaks: Tweaks, isNew: boolean): void => {
    const service = selectService(store.getState(), serviceId);
    if (service === undefined) return;
    const hosts = port.hostsOf(service.recipeId);
    const code = decideOwnCode(page.getURL(), service, hosts, tweaks, port.isSafeMode);
    if (code === undefined || (isNew && code.css === '' && code.js === '')) return;
    page.mainFrame.send(serviceChannels.event, { kind: 'own-code', isNew, ...code });
  };
  const atWork = (tweaks: readonly Tweaks[], serviceId: ServiceId) => {
    const { css, js, isCodeOn } = tweaksOf(tweaks, serviceId);
    return isCodeOn ? { css, js } : { css: '', js: '' };
  };
  const known = { tweaks: store.getState().persisted.tweaks };
  const stops = [
    store.watch(
      (state) => state.persisted.tweaks,
      (tweaks) => {
        const before = known.tweaks;
        known.tweaks = tweaks;
        if (port.isSafeMode) return;
        for (const serviceId of new Set([...before, ...tweaks].map((one) => one.serviceId))) {
          const was = atWork(before, serviceId);
          const is = atWork(tweaks, serviceId);
          const pages = port.pagesOf(serviceId);
          if (was.js !== is.js && pages.length > 0)
            store.dispatch({ kind: 'reload-requested', serviceId, fromStartPage: false });
          else if (was.css !== is.css)
            for (const page of pages) tell(serviceId, page, tweaksOf(tweaks, serviceId), false);
        }
      },
    ),
    port.onPage((serviceId, page) =>
      page.on('did-navigate', () =>
        tell(serviceId, page, tweaksOf(store.getState().persisted.tweaks, serviceId), true),
      ),
    ),
  ];
  return () => stops.forEach((stop) => stop());
}
