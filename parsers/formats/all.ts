import type { Format } from './format.ts';
import { mieMeasure } from './mie-measure.ts';
import { mieProject } from './mie-project.ts';
import { shioiriJimu } from './shioiri-jimu.ts';

/** Every format that is read. To add one, write its spec beside these and list it here. */
export const FORMATS: readonly Format[] = [mieProject, mieMeasure, shioiriJimu];
