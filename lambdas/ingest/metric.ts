/** How many events ended, with the dimension `outcome`: its own word, or the code of a refusal. */
export const EVENTS = 'Events';
/** The outcome of a message that is to be delivered again. */
export const FAILED = 'failed';
