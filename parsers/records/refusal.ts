/** Why a PDF is refused: stable codes that the CLI, the document status and the API share. */
export const REFUSAL_CODES = [
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
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** The document's own fault, told in a sentence a person understands; never retried. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}
