import { BrowserWindow, desktopCapturer, type BaseWindow } from 'electron/main';
import { toShareSources } from '../../core/decide/decide-share';
import { SOURCE_PICTURE_SIZE, type ShareSource } from '../../core/model/share';

/** How good pictures of sources are, in percent: they are small, and taken again and again. */
const JPEG_QUALITY = 70;

/** Gives the screens and windows there are now, with pictures, but for Foyer's own windows. */
export async function readSources(
  shell: Pick<BaseWindow, 'getMediaSourceId'>,
): Promise<readonly ShareSource[]> {
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
  // Those that pages opened are Foyer's, too.
  const own = [shell, ...BrowserWindow.getAllWindows()].map((window) => window.getMediaSourceId());
  return toShareSources(raw, own);
}
