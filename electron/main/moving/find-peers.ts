import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ForeignCode, ForeignData } from '../../core/import/foreign';
import { toFields, toText } from '../../core/import/loose';
import {
  toPeerFolders,
  type PeerApp,
  type PeerFolder,
  type PeerPlaces,
} from '../../core/import/peer-folders';
import { leavesCode } from '../../core/import/to-tweaks';
import { fromJson } from '../../core/model/from-json';

/** Ferdium's own database. */
const DATABASE = 'server.sqlite';
/** Longest style or script of a person's own that is kept, and largest description of a recipe, in bytes. */
const CODE_BYTES_MAX = 200_000;

/** Another app that has a folder here. */
export interface FoundPeer extends PeerFolder {
  /** Its list of services; `undefined` where the app keeps that elsewhere. */
  readonly database: string | undefined;
}

/** Looks which other apps have a folder on this machine. */
export async function findPeers(places: PeerPlaces): Promise<readonly FoundPeer[]> {
  const looked = await Promise.all(
    toPeerFolders(places).map(async (peer): Promise<readonly FoundPeer[]> => {
      if (!(await stat(peer.folder).catch(() => undefined))?.isDirectory()) return [];
      const database = join(peer.folder, DATABASE);
      const isThere = ((await stat(database).catch(() => undefined))?.size ?? 0) > 0;
      return [{ ...peer, database: isThere && hasDatabase(peer.app) ? database : undefined }];
    }),
  );
  return looked.flat();
}

const hasDatabase = (app: PeerApp): boolean => app === 'ferdium' || app === 'ferdi';

/** What a folder of Ferdium's says of kinds of services, beside its database. */
export interface PeerKinds {
  /** What the person wrote for the pages of a kind. */
  readonly code: ReadonlyMap<string, readonly ForeignCode[]>;
  /** Pages of kinds that only this folder knows. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** Reads the styles and scripts that a person put into the folders of Ferdium's recipes, and where recipes start. */
export async function readPeerKinds(folder: string, kinds: readonly string[]): Promise<PeerKinds> {
  const code = new Map<string, readonly ForeignCode[]>();
  const addresses = new Map<string, string>();
  for (const kind of new Set(kinds)) {
    // It is to be the name of a folder, and no way out of it.
    if (!/^[\w.-]+$/.test(kind) || /^\.+$/.test(kind)) continue;
    for (const place of [join(folder, 'recipes', 'dev', kind), join(folder, 'recipes', kind)]) {
      if ((await readdir(place).catch(() => [])).length === 0) continue;
      const found = [
        ...toCode('css', await readSmall(join(place, 'user.css'))),
        // It is handed Ferdium's own objects, which there are none of elsewhere.
        ...toCode('app-js', await readSmall(join(place, 'user.js'))),
      ];
      if (found.length > 0 && !code.has(kind)) code.set(kind, found);
      const address = toAddress(await readSmall(join(place, 'package.json')));
      if (address !== '' && !addresses.has(kind)) addresses.set(kind, address);
    }
  }
  return { code, addresses };
}

async function readSmall(file: string): Promise<string> {
  const size = (await stat(file).catch(() => undefined))?.size ?? 0;
  return size === 0 || size > CODE_BYTES_MAX ? '' : readFile(file, 'utf8').catch(() => '');
}

const toCode = (kind: ForeignCode['kind'], text: string): readonly ForeignCode[] =>
  text.trim() === '' ? [] : [{ kind, text }];

const toAddress = (text: string): string =>
  toText(toFields(toFields(fromJson(text))?.['config'])?.['serviceURL']).replace(/\{teamI[dD]\}/, '{team}');

/** Adds to each service what was written for its kind. */
export const withCode = (data: ForeignData, kinds: PeerKinds): ForeignData => ({
  ...data,
  services: data.services.map((service) => {
    const own = kinds.code.get(service.kind);
    if (own === undefined) return service;
    const code = [...service.code, ...own];
    const left = leavesCode(code) ? [...new Set([...service.left, 'code' as const])] : service.left;
    return { ...service, code, left };
  }),
});
