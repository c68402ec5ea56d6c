import * as z from 'zod/mini';
import { serviceIdSchema, type ServiceId } from './service';
import { safeParse } from './safe-parse';

/** Most downloads that are listed. */
export const DOWNLOADS_MAX = 100;
/** Longest address of a download that can be gone on with, in UTF-16 units; a `data:` address never can. */
export const DOWNLOAD_ADDRESS_MAX = 8_192;

const text = (max: number) => z.string().check(z.maxLength(max));
const size = z.number().check(z.minimum(0));

/** What it takes to go on with a download when the app, or the connection, has ended. */
export const downloadSourceSchema = z.object({
  urlChain: z.array(text(DOWNLOAD_ADDRESS_MAX)).check(z.minLength(1), z.maxLength(20)),
  mimeType: text(200),
  eTag: text(500),
  lastModified: text(200),
});

/** Why a download did not come whole. */
export const downloadFailureSchema = z.enum(['disk-full', 'folder', 'offline', 'broken-off']);

export const downloadSchema = z.object({
  id: text(64),
  serviceId: serviceIdSchema,
  fileName: text(255),
  /** Where the file is, or will be; empty until the person has said. */
  path: text(4096),
  /** 0: it is not known. */
  sizeBytes: size,
  startedAtMs: z.number(),
  /** Null: it is not over, though it may have stopped when the app ended. */
  endedAtMs: z.nullable(z.number()),
  state: z.enum(['under-way', 'done', 'failed', 'cancelled']),
  isPaused: z.boolean(),
  failure: z.nullable(downloadFailureSchema),
  /** Opened it would do something, so it is not opened from here. */
  isRisky: z.boolean(),
  /** Null once it is of no use any more. */
  source: z.nullable(downloadSourceSchema),
});

export type DownloadSource = Readonly<Omit<z.infer<typeof downloadSourceSchema>, 'urlChain'>> & {
  readonly urlChain: readonly string[];
};
export type DownloadFailure = z.infer<typeof downloadFailureSchema>;
/** A file that came, comes, or was to come from a service. */
export type Download = Readonly<Omit<z.infer<typeof downloadSchema>, 'source'>> & {
  readonly source: DownloadSource | null;
};

/** How far a download is that is under way. */
export interface DownloadProgress {
  readonly receivedBytes: number;
  readonly bytesPerSecond: number;
}

/** What the person can do with a download. */
export const downloadActSchema = z.enum(['pause', 'resume', 'cancel', 'open', 'show', 'retry', 'forget']);
export type DownloadAct = z.infer<typeof downloadActSchema>;

/** Gives what it takes to go on with a download; null where it came from no address that can be asked again. */
export function toDownloadSource(source: DownloadSource): DownloadSource | null {
  const isAskable = source.urlChain.every((url) => /^https?:/i.test(url));
  return isAskable && safeParse(downloadSourceSchema, source).success ? source : null;
}

/** Leaves out the downloads of services that are gone, and the oldest that are over where there are too many. */
export function withinDownloads(
  downloads: readonly Download[],
  isThere: (serviceId: ServiceId) => boolean = () => true,
): readonly Download[] {
  const there = downloads.filter(({ serviceId }) => isThere(serviceId));
  if (there.length <= DOWNLOADS_MAX) return there;
  const ended = there.filter(({ state }) => state !== 'under-way');
  const over = new Set(ended.slice(0, there.length - DOWNLOADS_MAX));
  return there.filter((download) => !over.has(download)).slice(-DOWNLOADS_MAX);
}
