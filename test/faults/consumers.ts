import type { S3Event } from 'aws-lambda';
import { sqsEvent, type World } from '../ingest/world.ts';
import { shuffled } from './random.ts';

const CONSUMERS = 8;
const MOST_DELIVERIES = 5000;

/**
 * Delivers every event three times and in any order, in batches of up to four to eight consumers at once; what a
 * batch reports comes again, some time.
 * @returns how many messages were delivered and how many of these failed
 */
export async function deliverInDisorder(
  world: World,
  events: readonly S3Event[],
  random: () => number,
): Promise<{ deliveries: number; failures: number }> {
  const queue = shuffled([...events, ...events, ...events], random);
  let deliveries = 0;
  let failures = 0;
  let busy = 0;
  const consume = async () => {
    while (queue.length > 0 || busy > 0) {
      const batch = queue.splice(0, 1 + Math.floor(random() * 4));
      if (batch.length === 0) {
        // Somebody else's batch may yet fail and come back.
        await new Promise((resolve) => setTimeout(resolve, 5));
        continue;
      }
      deliveries += batch.length;
      if (deliveries > MOST_DELIVERIES) throw new Error('some event never succeeds');
      busy++;
      const failed = await world.deliverExposed(...batch);
      busy--;
      failures += failed.length;
      for (const [n, { messageId }] of sqsEvent(batch).Records.entries()) {
        if (failed.includes(messageId)) {
          queue.splice(Math.floor(random() * (queue.length + 1)), 0, ...batch.slice(n, n + 1));
        }
      }
    }
  };
  await Promise.all(Array.from({ length: CONSUMERS }, consume));
  return { deliveries, failures };
}
