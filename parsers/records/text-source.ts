import { z } from 'zod';

/** `ocr-layer`: text that somebody's OCR laid invisibly over pictures of the pages. */
export const TextSource = z.enum(['embedded', 'ocr', 'ocr-layer', 'mixed']);
export type TextSource = z.infer<typeof TextSource>;
