/**
 * The reading process died on a document, or failed in a way that is no `Refusal`. The document is as well as any: it
 * is ours to mend, the same document will most likely do it again, and no other document is touched by it.
 */
export class ReaderCrashed extends Error {
  override readonly name = 'ReaderCrashed';
}
