/** Where presigned uploads go. */
export const UPLOADS = 'uploads/';
/** Where answers go that are too large for Lambda; they expire after a day and are no uploads. */
export const ANSWERS = 'answers/';
/** Where runs over many objects write what became of each; no uploads either. */
export const RUNS = 'runs/';

/** Whether somebody put the object there to be read. */
export const isUpload = (key: string): boolean => !key.startsWith(ANSWERS) && !key.startsWith(RUNS);
