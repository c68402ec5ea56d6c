import type { downloadContract } from '../../core/ipc/download-contract';
import type { AppStore } from '../store/app-store';
import type { Handlers } from './serve-commands';

interface DownloadHandlerDeps {
  readonly store: AppStore;
  readonly chooseFolder: () => Promise<string | null>;
}

/** Gives the handlers of commands about downloads. */
export function createDownloadHandlers({
  store: { dispatch },
  chooseFolder,
}: DownloadHandlerDeps): Pick<Handlers, keyof typeof downloadContract> {
  return {
    'download.act': (wish) => dispatch({ kind: 'download-acted', ...wish }),
    'downloads.clear': () => dispatch({ kind: 'downloads-cleared' }),
    'settings.choose-download-folder': async () => {
      const folder = await chooseFolder();
      if (folder !== null)
        dispatch({ kind: 'settings-changed', settings: { downloads: { kind: 'folder', folder } } });
      return folder;
    },
    'service.set-downloads': (choice) => dispatch({ kind: 'service-downloads-set', ...choice }),
    'service.choose-download-folder': async ({ serviceId }) => {
      const folder = await chooseFolder();
      if (folder !== null)
        dispatch({ kind: 'service-downloads-set', serviceId, downloads: { kind: 'folder', folder } });
      return folder;
    },
  };
}
