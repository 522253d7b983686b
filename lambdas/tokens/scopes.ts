/** What a token of our own user pool may do, as its `scope` says. */
export const READ = 'shisaku/read';
export const UPLOAD_SCOPE = 'shisaku/upload';
export const CORRECT_SCOPE = 'shisaku/correct';

/** Every user of the pool may read; the members of these groups may do more. */
export const GROUPS: Readonly<Record<string, string>> = {
  uploaders: UPLOAD_SCOPE,
  correctors: CORRECT_SCOPE,
};
