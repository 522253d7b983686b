import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { Tracer } from '@aws-lambda-powertools/tracer';

/** What this function tells of itself; its name is in POWERTOOLS_SERVICE_NAME. Never what a document says. */
export const logger = new Logger();
export const metrics = new Metrics();
const tracer = new Tracer();

/** Does the work as a subsegment of the present trace, where there is one. */
export async function traced<T>(
  name: string,
  annotations: Readonly<Record<string, string>>,
  work: () => Promise<T>,
): Promise<T> {
  const parent = tracer.getSegment();
  if (!parent) return work();
  const own = parent.addNewSubsegment(name);
  tracer.setSegment(own);
  for (const [key, value] of Object.entries(annotations)) tracer.putAnnotation(key, value);
  try {
    return await work();
  } catch (error) {
    own.addFaultFlag();
    throw error;
  } finally {
    own.close();
    tracer.setSegment(parent);
  }
}
