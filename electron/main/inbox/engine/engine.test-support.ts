import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { InboxEntry, InboxFilter, NewInboxEntry } from '../../../core/model/inbox';
import { anEntry, TEST_KEY } from '../inbox.test-support';
import { type InboxEngine, openEngine } from './engine';

/** A folder of its own for each test. */
export function useFolder(): { path: string } {
  const folder = { path: '' };
  beforeEach(() => {
    folder.path = mkdtempSync(join(tmpdir(), 'foyer-inbox-'));
  });
  afterEach(() => rmSync(folder.path, { recursive: true, force: true }));
  return folder;
}

/** Opens the engine on a folder, which must be good. */
export function openGood(folder: string): InboxEngine {
  const opened = openEngine(folder, TEST_KEY, () => Promise.resolve());
  if (opened.kind !== 'good') throw new Error(opened.kind);
  return opened.engine;
}

/** Puts entries in, the first as `1`, and so on. */
export function fill(engine: InboxEngine, parts: readonly Partial<NewInboxEntry>[]): void {
  engine.write(parts.map((part, index) => ({ kind: 'entry', entry: anEntry(String(index + 1), part) })));
}

export const pageOf = async (engine: InboxEngine, filter: InboxFilter): Promise<readonly InboxEntry[]> =>
  (await engine.answer<'page'>({ kind: 'page', filter, beforeId: null, limit: 200 })).entries;

/** The keys of what fits. */
export const keysOf = async (engine: InboxEngine, filter: InboxFilter): Promise<readonly string[]> =>
  (await pageOf(engine, filter)).map(({ key }) => key);
