const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/**
 * Whether a Host header names this machine. A page on the web can make a browser send requests to 127.0.0.1 under
 * a name of its own (DNS rebinding); they come with that name.
 */
export const isLoopbackHost = (host: string | undefined): boolean =>
  host !== undefined && LOOPBACK.test(host);
