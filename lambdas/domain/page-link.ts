import type { Place } from '../../parsers/records/place.ts';

/** Where the page of a sheet can be looked at, in the API. */
export const pdfUrl = (sheetId: string, { page }: Pick<Place, 'page'>): string =>
  `/v1/sheets/${encodeURIComponent(sheetId)}/pdf#page=${page}`;
