import { startDynamodb } from './dynalite.ts';
import { startGuard } from './guard.ts';

/** A table server for tests: dynalite behind a guard that refuses what DynamoDB refuses. */
export async function startGuardedDynamodb(dir: string) {
  const dynalite = await startDynamodb({ port: 0, dir });
  const guard = await startGuard(dynalite.port);
  return {
    port: guard.port,
    async close() {
      await guard.close();
      await dynalite.close(1000);
    },
  };
}
