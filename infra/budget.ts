import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Stack } from 'aws-cdk-lib/core';

/** Percent of the budget: spent so far, and expected by the end of the month. */
const THRESHOLDS = { ACTUAL: 80, FORECASTED: 100 };

/** Tells when the account's month costs more than so many USD. */
export function makeBudget(stack: Stack, monthly: number, topic: Topic): void {
  const budget = new CfnBudget(stack, 'Budget', {
    budget: {
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: monthly, unit: 'USD' },
    },
    notificationsWithSubscribers: Object.entries(THRESHOLDS).map(
      ([notificationType, threshold]) => ({
        notification: {
          notificationType,
          threshold,
          thresholdType: 'PERCENTAGE',
          comparisonOperator: 'GREATER_THAN',
        },
        subscribers: [{ subscriptionType: 'SNS', address: topic.topicArn }],
      }),
    ),
  });
  // The budget tries the topic when it is made: its policy must be there.
  budget.node.addDependency(topic);
}
