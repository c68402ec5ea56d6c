import { startUrlOf } from '../../core/model/address';
import type { AddressCheck } from '../../core/ipc/contract';
import { toReachRefusal } from '../../core/model/discovery';
import type { RecipeManifest } from '../../recipes/types';

/** What a look at a server gave. */
export type ProbeResult =
  | { readonly kind: 'answered'; readonly status: number; readonly title: string | undefined }
  | { readonly kind: 'failed'; readonly code: string };

/** Asks a server for its page with Chromium's network stack; `code` is a net error name. */
export type Probe = (url: string, timeoutMs: number) => Promise<ProbeResult>;

/** How long a server may take to answer. */
export const PROBE_TIMEOUT_MS = 8_000;

/** Checks an address before it is saved: can it be a start page of this recipe, and does a server answer there? */
export async function checkAddress(
  recipe: RecipeManifest,
  address: string,
  probe: Probe,
): Promise<AddressCheck> {
  const start = startUrlOf(recipe.start, address);
  if (start.kind === 'refused') return start;
  const { url } = start;
  const isTyped = recipe.start.kind !== 'fixed';
  if (!isTyped) return { kind: 'ok', url, title: undefined, insecure: false };
  const result = await probe(url, PROBE_TIMEOUT_MS);
  if (result.kind === 'failed') {
    return { kind: 'refused', reason: toReachRefusal(result.code), detail: result.code };
  }
  // A page behind a login may well answer 401 or 403; a server in trouble is no good start.
  if (result.status >= 500)
    return { kind: 'refused', reason: 'server-error', detail: `HTTP ${result.status}` };
  return {
    kind: 'ok',
    url,
    title: result.title,
    insecure: url.startsWith('http:') && !isLoopback(new URL(url).hostname),
  };
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host.startsWith('127.');
