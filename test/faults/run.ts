import { parseArgs } from 'node:util';
import { openUniverse } from '../ingest/world.ts';
import { controlOf, crashTrial } from './crash.ts';
import { FAULTS } from './proxy.ts';
import { SCENES } from './scenes.ts';

// What happens when any call to S3 or DynamoDB goes wrong in any way: `node test/faults/run.ts`

const { values } = parseArgs({ options: { every: { type: 'string', default: '1' } } });
console.error = () => {};
const universe = await openUniverse();
let ran = 0;
let held = 0;
for (const scene of SCENES) {
  const control = await controlOf(universe, scene);
  const from = ran;
  for (const fault of FAULTS) {
    for (let n = 1; n <= control.calls; n++) {
      if ((n + FAULTS.indexOf(fault)) % Number(values.every) !== 0) continue;
      const complaints = await crashTrial(universe, control, n, fault);
      ran++;
      if (complaints.length === 0) held++;
      else
        console.log(
          `  ${scene.name}, call ${n} ${fault}:\n    ${complaints.slice(0, 3).join('\n    ')}`,
        );
    }
  }
  console.log(`${scene.name}: ${control.calls} calls, ${ran - from} cases`);
}
console.log(`crashes: ${ran} cases ran, ${held} held`);
await universe.close();
process.exitCode = held === ran ? 0 : 1;
