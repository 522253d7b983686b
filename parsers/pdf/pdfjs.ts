// The legacy build is the one that pdf.js supports in Node.
export {
  AnnotationMode,
  getDocument,
  InvalidPDFException,
  OPS,
  PasswordException,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Drawing operators inside a path; pdf.js does not export them (src/shared/util.js, DrawOPS). */
export const DrawOPS = {
  moveTo: 0,
  lineTo: 1,
  curveTo: 2,
  quadraticCurveTo: 3,
  closePath: 4,
} as const;
