import { startAt } from './state.ts';

// `node over-dynamodb.ts URL DATA COMMAND …`: a stack over the DynamoDB at URL and a command on it, in one process.
const [url = '', data = '', ...command] = process.argv.slice(2);
const stack = await startAt(data, url);
process.argv.splice(2, Number.POSITIVE_INFINITY, ...command, '--api', stack.apiUrl);
await import('../../cli/program.ts');
await stack.close();
