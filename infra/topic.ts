import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Aws, CfnOutput, RemovalPolicy, type Stack } from 'aws-cdk-lib/core';

/** Who may publish; they cannot under the key that AWS manages, whose policy does not let them. */
const PUBLISHERS = ['cloudwatch.amazonaws.com', 'budgets.amazonaws.com'];

/** Where alarms and the budget say what they have to say; an address that is given is asked to confirm. */
export function makeTopic(stack: Stack, email: string | null): Topic {
  const masterKey = new Key(stack, 'TopicKey', {
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const topic = new Topic(stack, 'Alarms', { masterKey, enforceSSL: true });
  for (const service of PUBLISHERS) {
    const publisher = new ServicePrincipal(service, {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    });
    masterKey.grantEncryptDecrypt(publisher);
    topic.grantPublish(publisher);
  }
  if (email !== null) topic.addSubscription(new EmailSubscription(email));
  new CfnOutput(stack, 'AlarmTopicArn', { value: topic.topicArn });
  return topic;
}
