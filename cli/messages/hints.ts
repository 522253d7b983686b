/** What to do about a refusal, by its code, where its own sentence does not say it. */
export const HINTS: Readonly<Record<string, string>> = {
  'no-text': 'the PDF has pictures only: leave OCR on (without --no-ocr), or take one with text',
  'unreadable-text': 'make the PDF anew from its document, or turn OCR on',
  'password-required': 'save it without its password first',
  'damaged-pdf': 'download it again',
  'unrecognized-format': '`inspect --svg` shows how it was read',
  'too-large': 'split it, or raise SHISAKU_MAX_BYTES',
  'too-many-pages': 'split it, or raise SHISAKU_MAX_PAGES',
  'timed-out': 'raise SHISAKU_TIMEOUT_MS',
  'binary-to-terminal': 'give --output FILE, or > FILE',
};
