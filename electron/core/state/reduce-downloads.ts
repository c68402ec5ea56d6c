import { withinDownloads, type Download } from '../model/download';
import type { AppState } from './app-state';
import { withPersisted, withSession } from './change';
import { isServiceThere } from './is-service';
import type { DownloadAction } from './download-actions';

/** Applies what becomes of downloads. What of them is under way is known to the session, the rest is kept. */
export function reduceDownloads(state: AppState, action: DownloadAction): AppState {
  const { downloads } = state.persisted;
  switch (action.kind) {
    case 'download-started': {
      const { download } = action;
      const others = downloads.filter(({ id }) => id !== download.id);
      return withProgress(
        withPersisted(state, {
          downloads: withinDownloads([...others, download], (id) => isServiceThere(state, id)),
        }),
        download.id,
        { receivedBytes: 0, bytesPerSecond: 0 },
      );
    }
    case 'download-restarted':
      return withProgress(
        changed(state, action.downloadId, {
          state: 'under-way',
          isPaused: false,
          failure: null,
          endedAtMs: null,
        }),
        action.downloadId,
        { receivedBytes: 0, bytesPerSecond: 0 },
      );
    case 'download-named':
      return changed(state, action.downloadId, { path: action.path, fileName: action.fileName });
    case 'download-progressed': {
      if (state.session.downloads[action.downloadId] === undefined) return state;
      const sized =
        action.sizeBytes > 0 ? changed(state, action.downloadId, { sizeBytes: action.sizeBytes }) : state;
      return withProgress(sized, action.downloadId, action.progress);
    }
    case 'download-paused':
      return changed(state, action.downloadId, { isPaused: action.isPaused });
    case 'download-ended':
      return ended(state, action);
    case 'download-acted':
      return action.act === 'forget' ? without(state, ({ id }) => id === action.downloadId) : state;
    case 'downloads-cleared':
      return without(state, () => true);
  }
}

function ended(
  state: AppState,
  action: Extract<DownloadAction, { readonly kind: 'download-ended' }>,
): AppState {
  const { downloadId, outcome, failure, isRisky, nowMs } = action;
  const own = state.persisted.downloads.find(({ id }) => id === downloadId);
  const over = changed(state, downloadId, {
    state: outcome,
    failure,
    isRisky,
    isPaused: false,
    endedAtMs: nowMs,
    // Addresses may be secrets: they are kept only as long as they are of use.
    source: outcome === 'failed' ? (own?.source ?? null) : null,
  });
  return withProgress(over, downloadId, undefined);
}

function changed(state: AppState, downloadId: string, changes: Partial<Download>): AppState {
  const downloads = state.persisted.downloads.map((download) =>
    download.id === downloadId ? { ...download, ...changes } : download,
  );
  return withPersisted(state, { downloads });
}

function withProgress(
  state: AppState,
  downloadId: string,
  progress: AppState['session']['downloads'][string] | undefined,
): AppState {
  const { [downloadId]: _before, ...others } = state.session.downloads;
  const isListed = state.persisted.downloads.some(({ id }) => id === downloadId);
  const downloads = progress === undefined || !isListed ? others : { ...others, [downloadId]: progress };
  return withSession(state, { downloads });
}

/** One that is under way cannot be forgotten. */
const without = (state: AppState, isMeant: (download: Download) => boolean): AppState =>
  withPersisted(state, {
    downloads: state.persisted.downloads.filter(
      (download) => download.state === 'under-way' || !isMeant(download),
    ),
  });
