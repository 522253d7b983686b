const CLOSED = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/**
 * Asks a server that may close a connection just as it is used again, as any server does with one that was idle: then
 * the question is asked once more. For questions that change nothing.
 */
export async function ask(url: string, init: RequestInit = {}, tries = 3): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const cause: unknown = error instanceof Error ? error.cause : undefined;
    const closed = cause instanceof Error && 'code' in cause && CLOSED.has(String(cause.code));
    if (!closed || tries === 1) throw error;
    return ask(url, init, tries - 1);
  }
}
