import { z } from 'zod';
import { REFUSAL_CODES } from '../../../parsers/records/refusal.ts';
import { TextSource } from '../../../parsers/records/text-source.ts';
import { DocumentWarning } from '../../../parsers/records/warning.ts';

export const Status = z.enum(['RECEIVED', 'PROCESSING', 'SUCCEEDED', 'FAILED']);

/** Why a document is FAILED: its own fault, or `reader-crashed`, which is ours. */
const FailureCode = z.enum([...REFUSAL_CODES, 'reader-crashed']);

const KeyStanding = z
  .object({
    key: z.string(),
    state: z.enum(['pending', 'live', 'past']).meta({
      description:
        'live: the key holds it now; past: something else was put there since; pending: it is being read, and will be live unless something else was put there since',
    }),
    since: z.iso.datetime().meta({ description: 'when the key came to hold it' }),
  })
  .meta({ id: 'KeyStanding' });

/** One content, with all the keys it was uploaded under. */
export const DocumentView = z
  .object({
    sha256: z
      .string()
      .nullable()
      .meta({ description: 'null for an object that was refused unread (too-large)' }),
    keys: z.array(z.string()),
    standings: z.array(KeyStanding).meta({ description: 'how it stands under each of these keys' }),
    status: Status,
    error: z.object({ code: FailureCode, message: z.string() }).nullable(),
    sheetIds: z.array(z.string()),
    warnings: z.array(DocumentWarning),
    bytes: z.int(),
    pages: z.int().nullable(),
    textSource: TextSource.nullable(),
    readerVersion: z.string().nullable(),
    receivedAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Document' });
