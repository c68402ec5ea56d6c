import type { ServiceId } from '../../core/model/service';
import type { Notice } from '../../core/model/notice';
import { toSafeFileName } from '../../core/decide/to-safe-file-name';
import type { PageAct } from '../../core/state/page-actions';
import type { AppStore, Stop } from '../store/app-store';

/** What is used of a page. */
export interface ActPage {
  readonly isDestroyed: () => boolean;
  readonly getURL: () => string;
  readonly getTitle: () => string;
  readonly print: () => void;
  readonly printToPDF: (options: { readonly printBackground: boolean }) => Promise<Uint8Array>;
  readonly executeJavaScriptInIsolatedWorld: (
    world: number,
    scripts: { code: string }[],
    isByPerson: boolean,
  ) => Promise<unknown>;
  readonly navigationHistory: { readonly goBack: () => void; readonly goForward: () => void };
}

export interface PageActsPort {
  /** The page in a service's view. */
  readonly pageOf: (serviceId: ServiceId) => ActPage | undefined;
  readonly writeText: (text: string) => void;
  readonly openOutside: (address: string, serviceId: ServiceId) => void;
  /** Asks where a file is to be saved; null when cancelled. */
  readonly askPath: (fileName: string) => Promise<string | null>;
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly toggleFullScreen: () => void;
  readonly newId: () => string;
  readonly onProblem: (error: unknown) => void;
}

/** A world that neither the page nor its preload sees. */
const WORLD = 1101;
/** The largest video of the page leaves it, or comes back. */
const PICTURE_IN_PICTURE = `(() => {
  if (document.pictureInPictureElement) return document.exitPictureInPicture();
  const size = ({ videoWidth, videoHeight }) => videoWidth * videoHeight;
  const videos = [...document.querySelectorAll('video')].filter((one) => one.readyState > 0 && size(one) > 0);
  return videos.sort((a, b) => size(b) - size(a))[0]?.requestPictureInPicture().then(() => undefined);
})()`;

/** Does what the person wants of a page as a whole, and of the window. */
export function startPageActs(store: AppStore, port: PageActsPort): Stop {
  const show = (kind: 'page-saved' | 'page-not-saved', fileName: string): void => {
    const notice: Notice = { kind, id: port.newId(), fileName };
    store.dispatch({ kind: 'notice-shown', notice });
  };

  const savePdf = async (page: ActPage): Promise<void> => {
    const fileName = toSafeFileName(`${page.getTitle()}.pdf`);
    const path = await port.askPath(fileName);
    if (path === null || page.isDestroyed()) return;
    try {
      await port.writeFile(path, await page.printToPDF({ printBackground: true }));
      show('page-saved', fileName);
    } catch (error) {
      port.onProblem(error);
      show('page-not-saved', fileName);
    }
  };

  const withAddress = (page: ActPage, use: (address: string) => void): void => {
    if (/^https?:/i.test(page.getURL())) use(page.getURL());
  };

  const does: Readonly<Record<PageAct, (page: ActPage, serviceId: ServiceId) => unknown>> = {
    back: ({ navigationHistory }) => navigationHistory.goBack(),
    forward: ({ navigationHistory }) => navigationHistory.goForward(),
    'copy-address': (page) => withAddress(page, port.writeText),
    'open-outside': (page, serviceId) => withAddress(page, (address) => port.openOutside(address, serviceId)),
    print: (page) => page.print(),
    'save-pdf': savePdf,
    'picture-in-picture': (page) =>
      page.executeJavaScriptInIsolatedWorld(WORLD, [{ code: PICTURE_IN_PICTURE }], true),
  };

  const stops = [
    store.onAction('page-act-requested', ({ serviceId, act }) => {
      const page = port.pageOf(serviceId);
      if (page === undefined || page.isDestroyed()) return;
      void Promise.resolve(does[act](page, serviceId)).catch(port.onProblem);
    }),
    store.onAction('full-screen-toggled', () => port.toggleFullScreen()),
  ];
  return () => stops.forEach((stop) => stop());
}
