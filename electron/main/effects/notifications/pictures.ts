import { keepLast } from '../../../core/model/keep-last';
import type { ServiceId } from '../../../core/model/service';
import type { Picture } from '../../icons/picture';

/** Most pictures of pages kept. */
export const PICTURES_MAX = 64;

export interface PicturesPort {
  /** Gives the file at a web address, asked for as that service; `undefined` when it cannot be had. */
  readonly fetch: (serviceId: ServiceId, url: string) => Promise<Buffer | undefined>;
  /** Decodes a picture and encodes it anew, small; `undefined` when it is none. */
  readonly decode: (file: Buffer) => Picture | undefined;
}

export interface Pictures {
  /**
   * Gives a page's picture if it is at hand: one inside a `data:` URL or one fetched before. Else it is fetched for
   * the next time, so that no notification ever waits for the network.
   */
  readonly find: (serviceId: ServiceId, url: string) => Picture | undefined;
}

/** Creates the store of the pictures pages give to their notifications: the {@link PICTURES_MAX} last used. */
export function createPictures(port: PicturesPort): Pictures {
  const known = new Map<string, Picture | undefined>();

  const keep = (key: string, picture: Picture | undefined): void => {
    keepLast(known, key, picture, PICTURES_MAX);
  };

  return {
    find: (serviceId, url) => {
      const key = `${serviceId} ${url}`;
      if (known.has(key)) {
        keep(key, known.get(key));
        return known.get(key);
      }
      const inside = readDataUrl(url);
      if (inside !== undefined) {
        keep(key, port.decode(inside));
        return known.get(key);
      }
      if (!/^https?:\/\//i.test(url)) return undefined;
      keep(key, undefined);
      void port.fetch(serviceId, url).then((file) => {
        if (file !== undefined) keep(key, port.decode(file));
        // What failed for a passing reason is tried again with the next notification.
        else known.delete(key);
      });
      return undefined;
    },
  };
}

function readDataUrl(url: string): Buffer | undefined {
  const match = /^data:image\/[a-z0-9.+-]+;base64,/i.exec(url);
  return match === null ? undefined : Buffer.from(url.slice(match[0].length), 'base64');
}
