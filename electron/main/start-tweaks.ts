import { webFrameMain } from 'electron/main';
import type { RecipeHosts } from '../core/decide/decide-navigation';
import { startChosenDevices } from './effects/chosen-devices';
import { startForcedDark, type DarkPage } from './effects/forced-dark';
import { startOwnCode, type CodePage } from './effects/own-code';
import type { AppStore, Stop } from './store/app-store';
import type { ServicePages } from './views/service-pages';

interface StartTweaksDeps {
  readonly store: AppStore;
  readonly pages: Pick<ServicePages, 'pagesOf' | 'onPage'>;
  readonly hostsOf: (recipeId: string) => RecipeHosts;
  readonly isSafeMode: boolean;
}

/** Has the pages of services be as the person wants them; in safe mode, as they come. */
export function startTweaks({ store, pages, hostsOf, isSafeMode }: StartTweaksDeps): Stop {
  const { onPage } = pages;
  // Electron's overloads of `on` take one event each.
  const codePages = pages.pagesOf as (serviceId: string) => readonly CodePage[];
  const darkPages = pages.pagesOf as (serviceId: string) => readonly DarkPage[];
  const stops = [
    startOwnCode(store, { isSafeMode, hostsOf, pagesOf: codePages, onPage }),
    startChosenDevices(store, {
      pagesOf: pages.pagesOf,
      onPage,
      frameOf: (processId, routingId) => webFrameMain.fromId(processId, routingId),
    }),
    startForcedDark(store, { isSafeMode, pagesOf: darkPages, onPage }),
  ];
  return () => stops.forEach((stop) => stop());
}
