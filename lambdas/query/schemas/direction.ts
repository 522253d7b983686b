import { z } from 'zod';

export const Direction = z.enum(['more', 'less', 'unknown']).meta({
  description:
    'which is better. Said by the target (以下, 減少), else by the printed ratio (actual ÷ target or target ÷ actual), ' +
    'else by baseline and target; unknown where they do not decide',
});
