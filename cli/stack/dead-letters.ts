import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from './durable.ts';
import type { Message } from './sqs-event.ts';

/** A message that was given up. */
interface DeadLetter extends Message {
  readonly reason: string;
}

export type DeadLetters = Awaited<ReturnType<typeof openDeadLetters>>;

/** A queue's messages as files: `pending/` until they are done, `dead/` with a reason once they are given up. */
export async function openDeadLetters(dir: string) {
  const pendingDir = join(dir, 'pending');
  const deadDir = join(dir, 'dead');
  for (const folder of [pendingDir, deadDir]) await mkdir(folder, { recursive: true });

  const keep = (message: Message) =>
    writeDurably(join(pendingDir, message.name), JSON.stringify(message));

  return {
    deadDir,
    keep,
    pending: () => readAll<Message>(pendingDir),
    dead: () => readAll<DeadLetter>(deadDir),

    async drop({ name }: Message): Promise<void> {
      await rm(join(pendingDir, name), { force: true });
    },

    /** Sets the message aside; @returns where it is kept */
    async bury(message: Message, reason: string): Promise<string> {
      const grave = join(deadDir, message.name);
      await writeDurably(grave, JSON.stringify({ ...message, reason }, null, 2));
      await rm(join(pendingDir, message.name), { force: true });
      return grave;
    },

    /** Every dead letter is pending again, as if it had never been tried; @returns how many */
    async redrive(): Promise<number> {
      const dead = await readAll<DeadLetter>(deadDir);
      for (const { reason: _, ...message } of dead) {
        await keep({ ...message, receives: 0, firstReceiveTimestamp: null });
        await rm(join(deadDir, message.name));
      }
      return dead.length;
    },
  };
}

/** In the order they were sent; what a crash left half-written goes. */
async function readAll<T>(dir: string): Promise<T[]> {
  const messages: T[] = [];
  for (const name of (await readdir(dir)).sort()) {
    if (name.endsWith('.tmp')) await rm(join(dir, name));
    else messages.push(JSON.parse(await readFile(join(dir, name), 'utf8')));
  }
  return messages;
}
