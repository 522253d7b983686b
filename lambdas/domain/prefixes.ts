/** Where presigned uploads go. */
export const UPLOADS = 'uploads/';
/** Where answers go that are too large for Lambda; they expire after a day and are no uploads. */
export const ANSWERS = 'answers/';
/** Where runs over many objects write what became of each; no uploads either. */
export const RUNS = 'runs/';

/** Where files stand that describe formats. */
export const FORMATS_PREFIX = 'formats/';

/** Where what people corrected is kept, an object each. */
export const CORRECTIONS = 'corrections/';
export const correctionKey = (id: string): string => `${CORRECTIONS}${id}.json`;

const OTHERS = [ANSWERS, RUNS, FORMATS_PREFIX, CORRECTIONS];

/** Whether somebody put the object there to be read. */
export const isUpload = (key: string): boolean => !OTHERS.some((prefix) => key.startsWith(prefix));
