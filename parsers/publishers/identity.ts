import { comparable } from '../japanese/characters.ts';
import type { WarningCode } from '../records/warning.ts';
import { type Publisher, publisherByCode, publisherSaid, publishersNamed } from './publishers.ts';

/** Whose sheet it is, as the record says it. */
export type Identity = {
  readonly publisher: string;
  readonly publisherCode: string | null;
  readonly publisherName: string | null;
};

export type NamedPublisher = {
  /** what the uploader says: a slug, a code or a name */
  readonly said?: string | undefined;
  /** the name on the sheet, as printed */
  readonly printed: string | null;
  /** slug of the publisher of the sheet's format, where that has one */
  readonly usual: string | null;
};

type Finding = { readonly code: WarningCode; readonly message: string };

/**
 * Whose sheet it is: what the uploader says, else the name on the sheet, else the format's publisher. A name that no table
 * has, or that two governments have, gives `x` and the first six hex digits of its SHA-256; no name at all `unknown`.
 */
export async function identify(
  named: NamedPublisher,
): Promise<{ identity: Identity; findings: Finding[] }> {
  const { said, printed, usual } = named;
  const publisherName = printed === null ? null : comparable(printed);
  const meant = publisherName === null ? [] : publishersNamed(publisherName);
  const as = ({ slug, code }: Publisher): Identity => ({
    publisher: slug,
    publisherCode: code,
    publisherName,
  });

  const uploader = said === undefined ? null : publisherSaid(said);
  const unknown: Finding[] =
    said !== undefined && !uploader
      ? [
          {
            code: 'unknown-publisher',
            message: `The uploader says «${said}», which is no publisher.`,
          },
        ]
      : [];
  if (uploader) {
    const differs = publisherName !== null && !meant.some(({ slug }) => slug === uploader.slug);
    const message = `The sheet names ${publisherName}; it is taken as ${uploader.name}’s, as its uploader says.`;
    return {
      identity: as(uploader),
      findings: differs ? [{ code: 'publisher-differs', message }] : [],
    };
  }
  const [only, ...others] = meant;
  if (only && others.length === 0) return { identity: as(only), findings: unknown };
  if (publisherName !== null) {
    const publisher = await slugOfName(publisherName);
    const codes = meant.map(({ code }) => code).join(', ');
    const message = `${meant.length} governments are called ${publisherName} (${codes}); say which with --publisher.`;
    return {
      identity: { publisher, publisherCode: null, publisherName },
      findings:
        others.length > 0 ? [...unknown, { code: 'ambiguous-publisher', message }] : unknown,
    };
  }
  const publisher = usual === null ? null : publisherByCode(usual);
  return {
    identity: publisher
      ? as(publisher)
      : { publisher: usual ?? 'unknown', publisherCode: null, publisherName },
    findings: unknown,
  };
}

/** The slug of a publisher that no table has, or that shares its name. */
export const slugOfName = async (name: string): Promise<string> =>
  `x${(await sha256(comparable(name))).slice(0, 6)}`;

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (b) => b.toString(16).padStart(2, '0')).join('');
}
