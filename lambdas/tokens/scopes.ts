/** What a token of our own user pool may do, as its `scope` says. */
export const READ = 'shisaku/read';
export const UPLOAD = 'shisaku/upload';

/** Members of this group of the user pool may upload; every user may read. */
export const UPLOADERS = 'uploaders';
