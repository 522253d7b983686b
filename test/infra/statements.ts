import type { Resource } from './synthesized.ts';

/** Of an IAM policy. */
export interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Principal?: unknown;
}

export const list = <T>(one: T | readonly T[]): readonly T[] =>
  Array.isArray(one) ? one : [one as T];

/** What the policies among these resources allow and deny. */
export const statementsOf = (all: readonly Resource[]): Statement[] =>
  all.flatMap(({ Properties }) => Properties?.PolicyDocument?.Statement ?? []);

/** The actions of one service that are told of, each once. */
export const actionsOf = (statements: readonly Statement[], service: string): string[] => {
  const actions = statements.flatMap(({ Action }) => list(Action));
  return [...new Set(actions.filter((action) => action.startsWith(`${service}:`)))].toSorted();
};
