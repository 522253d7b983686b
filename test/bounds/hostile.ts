import type { RefusalCode } from '../../parsers/records/refusal.ts';
import { FILES } from './files.ts';
import { FONTS } from './fonts.ts';
import { PAGES } from './pages.ts';
import { STREAMS } from './streams.ts';

/** What a hostile PDF may end in; some are read, or have nothing to be read, where the trap is in what nobody looks at. */
export const ALLOWED: ReadonlySet<RefusalCode> = new Set([
  'too-large',
  'too-many-pages',
  'damaged-pdf',
  'timed-out',
]);
export const HARMLESS: ReadonlySet<RefusalCode> = new Set([
  'empty-document',
  'unrecognized-format',
  'no-text',
  'password-required',
]);

export type Hostile = { readonly name: string; readonly make: () => Uint8Array };

export const HOSTILE: readonly Hostile[] = [...STREAMS, ...FILES, ...PAGES, ...FONTS];
