import { z } from 'zod';

/** Why a PDF is refused: stable codes that the CLI, the document status and the API share. */
export const RefusalCode = z.enum([
  'not-a-pdf',
  'damaged-pdf',
  'password-required',
  'empty-document',
  'too-large',
  'too-many-pages',
  'timed-out',
  'unrecognized-format',
  'no-text',
  'unreadable-text',
]);
export type RefusalCode = z.infer<typeof RefusalCode>;

/** The document's own fault, told in a sentence a person understands; never retried. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}
