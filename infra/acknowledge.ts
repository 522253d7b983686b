import { Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';

/** Findings of cdk-nag that stand, each with its reason. */
export function acknowledge(construct: IConstruct, reasons: Readonly<Record<string, string>>) {
  Validations.of(construct).acknowledge(
    ...Object.entries(reasons).map(([id, reason]) => ({ id, reason })),
  );
}
