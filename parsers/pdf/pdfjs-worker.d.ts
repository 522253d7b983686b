/** The half of pdf.js that reads files; pdfjs-dist ships no types of it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: { initializeFromPort(port: Worker): void };
}
