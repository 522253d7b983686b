import type { SheetRecord } from '../../parsers/records/sheet.ts';
import type { BodyAt } from '../domain/search/body.ts';
import type { Occurrence } from '../domain/search/postings.ts';
import type { Word } from '../domain/search/question.ts';
import type { ReadUnit } from '../domain/search/read-unit.ts';
import type { Collection } from '../domain/search/score.ts';
import type { SheetFilters } from '../domain/sheet-filters.ts';

/** What may answer a question. */
export interface Candidates {
  /** that may have all words, in any order */
  readonly bodies: readonly BodyAt[];
  /** where the terms of the question stand in one of them, by term */
  readonly occurrencesIn: (body: BodyAt) => ReadonlyMap<string, readonly Occurrence[]>;
  readonly collection: Collection;
}

export interface UnitAt {
  readonly sheetId: string;
  /** its whole name */
  readonly body: string;
  /** number of the unit in it */
  readonly unit: number;
}

/**
 * Finds the bodies of sheets by words. What is added counts only while the head of the sheet serves that body, so it may
 * be there before it counts and a while after.
 */
export interface SearchIndex {
  /** Adds a body; again does nothing more. Who dies in the middle of it leaves what `remove` takes away. */
  add(sheet: SheetRecord, body: string): Promise<void>;
  /** Takes away what is outside of the body's own partition; that is deleted by who deletes the body. */
  remove(sheetId: string, body: string): Promise<void>;
  lookUp(words: readonly Word[], filters: Omit<SheetFilters, 'grade'>): Promise<Candidates>;
  /** Those of the units that exist, in the order of the question; undefined for the others. */
  units(wanted: readonly UnitAt[]): Promise<(ReadUnit | undefined)[]>;
}
