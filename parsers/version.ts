/** Of the records' shape. */
export const SCHEMA_VERSION = 1;
