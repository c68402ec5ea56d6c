import type { Notice } from '../../../electron/core/model/notice';

/** How long a notice that asks for nothing stays, in ms; `undefined` for those that stay until they are dismissed. */
export function toNoticeLifeMs(notice: Notice): number | undefined {
  switch (notice.kind) {
    case 'data-cleared':
    case 'cookies-cleared':
    case 'cache-cleared':
    case 'download-done':
    case 'download-gone':
    case 'page-saved':
    case 'link-refused':
    case 'outside-refused':
    case 'text-copied':
    case 'mute-refused':
      return 15_000;
    // Whoever followed a link is away for a while.
    case 'link-followed':
    case 'link-ruled':
      return 60_000;
    case 'service-removed':
    case 'mute-there':
    case 'listen':
    case 'settings-restored':
    case 'settings-from-newer':
    case 'settings-not-saved':
    case 'settings-reset':
    case 'inbox-set-aside':
    case 'download-failed':
    case 'page-not-saved':
    case 'download-risky':
      return undefined;
  }
}
