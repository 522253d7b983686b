/** Changes whenever the same PDF may give another record: stored readings of other versions are not current. */
export const READER_VERSION = '8';

/** Of the records' shape. */
export const SCHEMA_VERSION = 1;
