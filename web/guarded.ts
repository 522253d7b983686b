import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Only files of this site run; PDFs come from the bucket, and go there. */
export const guarded =
  (bucketOrigin: () => Promise<string>): MiddlewareHandler =>
  async (c, next) =>
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        // pdf.js decodes pictures by WebAssembly.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        workerSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // Fonts that stand in a PDF.
        fontSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'", await bucketOrigin()],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    })(c, next);
