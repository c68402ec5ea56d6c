import type { Persisted } from '../../core/model/persisted';
import { keptToMade, toJoinBase } from '../../core/sync/bridge';
import type { Book } from './book';
import { createSyncDocument } from './document';

/**
 * What was kept here is lost, or older than what was agreed on: what is missing was not removed by anybody. The machine is
 * taken to join with what it has, so that the document holds and nothing goes. Rule E56 of `docs/spec/sync.md`.
 */
export function takeAsJoining(book: Book, kept: Persisted): void {
  const document = createSyncDocument(book.machineId, book.document);
  document.apply(book.coming);
  book.document = document.encode();
  book.coming = [];
  book.agreed = toJoinBase(keptToMade(kept, book.links), document.made());
}
