import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { ReadPdf } from '../reader/read.ts';
import { logger, metrics, traced } from '../telemetry.ts';
import type { Watch } from './handler.ts';
import { EVENTS } from './metric.ts';

/** Every line that is logged meanwhile has the id of the upload, as its client knows it, and the key. */
export const watched: Watch = (event, work) => {
  const { key, kind, requestId: correlationId = event.sequencer ?? event.time } = event;
  return traced('ingest', { correlationId, kind }, async () => {
    logger.appendKeys({ correlationId, key });
    const start = performance.now();
    try {
      const done = await work();
      const ms = Math.round(performance.now() - start);
      const { outcome, code, sheetIds } = done;
      logger.info('ingested', { kind, outcome, ...(code ? { code } : {}), sheetIds, ms });
      count(code ?? outcome);
      return done;
    } catch (error) {
      logger.error('failed', { kind, error: asError(error) });
      throw error;
    } finally {
      logger.removeKeys(['correlationId', 'key']);
    }
  });
};

/** Measures readings: their time, pages, sheets and findings. */
export const measured =
  (readPdf: ReadPdf): ReadPdf =>
  (bytes, options) =>
    traced('read', {}, async () => {
      const start = performance.now();
      try {
        const record = await readPdf(bytes, options);
        const { document, sheets, warnings } = record;
        const findings = [warnings, ...sheets.map((sheet) => sheet.warnings)].flat();
        metrics.addMetric('Pages', MetricUnit.Count, document.pages);
        metrics.addMetric('Sheets', MetricUnit.Count, sheets.length);
        metrics.addMetric('Findings', MetricUnit.Count, findings.length);
        return record;
      } finally {
        metrics.addMetric('Reading', MetricUnit.Milliseconds, performance.now() - start);
      }
    });

/** How events end: by outcome, and by code where a document was refused. */
export function count(outcome: string, events = 1): void {
  const one = metrics.singleMetric();
  one.addDimension('outcome', outcome);
  one.addMetric(EVENTS, MetricUnit.Count, events);
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));
