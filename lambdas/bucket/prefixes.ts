/** Where presigned uploads go. */
export const UPLOADS = 'uploads/';
/** Where answers go that are too large for Lambda; they expire after a day and are no uploads. */
export const ANSWERS = 'answers/';
