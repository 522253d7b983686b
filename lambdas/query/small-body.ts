import { bodyLimit } from 'hono/body-limit';
import { Problem } from './problem.ts';

/**
 * Refuses a request whose body has more bytes.
 * @throws Problem body-too-large
 */
export const smallBody = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Problem('body-too-large', `A body has at most ${maxSize} bytes.`);
    },
  });
