import { decideForcedDark } from '../../core/decide/decide-forced-dark';
import type { ServiceId } from '../../core/model/service';
import type { AppState } from '../../core/state/app-state';
import type { AppStore, Stop } from '../store/app-store';

/** What is used of a page. */
export interface DarkPage {
  readonly isDestroyed: () => boolean;
  readonly debugger: {
    readonly isAttached: () => boolean;
    readonly attach: (version: string) => void;
    readonly sendCommand: (method: string, params: object) => Promise<unknown>;
  };
  readonly on: (event: 'did-navigate', listener: () => void) => void;
}

export interface ForcedDarkPort {
  readonly isSafeMode: boolean;
  /** The pages a service has now: its view's and those of its child windows. */
  readonly pagesOf: (serviceId: ServiceId) => readonly DarkPage[];
  /** Tells of each new page before its first document. */
  readonly onPage: (listener: (serviceId: ServiceId, page: DarkPage) => void) => Stop;
}

/** Has Chromium show the pages of services dark where the person wants that (ADR 16). A page that is never dark needs nothing of it. */
export function startForcedDark(store: AppStore, port: ForcedDarkPort): Stop {
  const darkIds = (state: AppState): ReadonlySet<ServiceId> =>
    new Set(
      state.persisted.tweaks
        .map(({ serviceId }) => serviceId)
        .filter((serviceId) => decideForcedDark(state, serviceId, port.isSafeMode)),
    );
  const known = { dark: darkIds(store.getState()) };
  const stops = [
    store.watch(
      darkIds,
      (dark) => {
        const before = known.dark;
        known.dark = dark;
        for (const serviceId of new Set([...before, ...dark]))
          if (before.has(serviceId) !== dark.has(serviceId))
            for (const page of port.pagesOf(serviceId)) show(page, dark.has(serviceId));
      },
      (a, b) => a.size === b.size && [...a].every((id) => b.has(id)),
    ),
    port.onPage((serviceId, page) => {
      if (known.dark.has(serviceId)) show(page, true);
      // Chromium keeps it over documents, unless somebody took the debugger away.
      page.on('did-navigate', () => {
        if (known.dark.has(serviceId) && !page.debugger.isAttached()) show(page, true);
      });
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Pages that know how to be dark are asked to be so; those that do not are made so. */
function show(page: DarkPage, isDark: boolean): void {
  if (page.isDestroyed()) return;
  const scheme = isDark ? 'dark' : '';
  try {
    if (!page.debugger.isAttached()) page.debugger.attach('1.3');
    // They are answered once there is a document, or never where the page goes before.
    const quiet = (): undefined => undefined;
    page.debugger
      .sendCommand('Emulation.setAutoDarkModeOverride', isDark ? { enabled: true } : {})
      .catch(quiet);
    page.debugger
      .sendCommand('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-color-scheme', value: scheme }],
      })
      .catch(quiet);
  } catch {
    // Somebody else holds the page's debugger: it stays as it is until its next document.
  }
}
