import type { Sheet } from './record.ts';
import { printed } from './text.ts';
import { judge, judgeWithBoxes, said, type Verdict } from './verdict.ts';

/** The rating's grade and label share a box; its reason has its own. */
export function* judgeProgress(
  { progress: want }: Sheet,
  { progress: got }: Sheet,
): Generator<Verdict> {
  for (const field of ['grade', 'label', 'reason'] as const) {
    const tell = (one: Sheet['progress']) => {
      const text = one?.[field] ?? null;
      if (!one || text === null) return null;
      return said(printed(text), field === 'reason' ? one.reasonAt : one.at);
    };
    const sides = [tell(want), tell(got)] as const;
    if (!sides[0] && !sides[1]) continue;
    if (field === 'label') yield judge('progress', 'label', sides);
    else yield* judgeWithBoxes('progress', field, sides);
  }
}
