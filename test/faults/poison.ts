/** A PDF with this in it is poison … */
export const POISON = '% kills the reader';

// … to a reading process that has this module loaded before its own (NODE_OPTIONS=--import), as if it had a fault
// that nothing but this PDF finds: the process ends by a signal, every time.
process.on('message', (message: { readonly bytes?: Uint8Array }) => {
  if (message.bytes && Buffer.from(message.bytes).includes(POISON)) process.abort();
});
