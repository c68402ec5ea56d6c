import { BaseWindow, desktopCapturer } from 'electron/main';
import { toShareSources } from '../../core/decide/decide-share';
import { SOURCE_PICTURE_SIZE, type ShareSource } from '../../core/model/share';

/** How good pictures of sources are, in percent: they are small, and taken again and again. */
const JPEG_QUALITY = 70;

/** Gives the screens and windows there are now, with pictures, but for Foyer's own windows. */
export async function readSources(): Promise<readonly ShareSource[]> {
  const found = await desktopCapturer.getSources({
    types: ['screen', 'window'],
    thumbnailSize: SOURCE_PICTURE_SIZE,
  });
  const raw = found.map(({ id, name, thumbnail }) => ({
    id,
    name,
    picture: thumbnail.isEmpty()
      ? ''
      : `data:image/jpeg;base64,${thumbnail.toJPEG(JPEG_QUALITY).toString('base64')}`,
  }));
  // Those that pages opened, and services' own, are Foyer's, too.
  const own = BaseWindow.getAllWindows().map((window) => window.getMediaSourceId());
  return toShareSources(raw, own);
}
