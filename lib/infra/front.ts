/** What reaches the product from outside: the HTTP API, the hourly clock, and what SES and Step Functions report. */
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { type CfnStage, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { DoorName } from './functions.ts';
import type { Functions } from './functions-construct.ts';

/** Requests per second and burst that one deployment takes; beyond it people are asked to try again. */
const THROTTLE = { throttlingRateLimit: 200, throttlingBurstLimit: 400 };

/** The API without routes: its address is part of every function's environment. */
export function createApi(scope: Construct): HttpApi {
  const api = new HttpApi(scope, 'Api', { createDefaultStage: true });
  const logs = new LogGroup(scope, 'ApiLogs', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY });
  const stage = api.defaultStage!.node.defaultChild as CfnStage;
  stage.defaultRouteSettings = THROTTLE;
  // The path is left out: it may hold a link's token.
  stage.accessLogSettings = {
    destinationArn: logs.logGroupArn,
    format: JSON.stringify({
      at: '$context.requestTime',
      status: '$context.status',
      ms: '$context.responseLatency',
      id: '$context.requestId',
    }),
  };
  return api;
}

/** Which paths go to which function; everything else is the customer pages. */
export function addRoutes(api: HttpApi, { byName }: Functions): void {
  const to = (name: DoorName): HttpLambdaIntegration => new HttpLambdaIntegration(`${name}-integration`, byName[name]);
  const [web, staff, letters] = [to('web'), to('console'), to('letters')];
  api.addRoutes({ path: '/', methods: [HttpMethod.ANY], integration: web });
  api.addRoutes({ path: '/{path+}', methods: [HttpMethod.ANY], integration: web });
  api.addRoutes({ path: '/staff', methods: [HttpMethod.ANY], integration: staff });
  api.addRoutes({ path: '/staff/{path+}', methods: [HttpMethod.ANY], integration: staff });
  api.addRoutes({ path: '/download/{path+}', methods: [HttpMethod.ANY], integration: to('download') });
  api.addRoutes({ path: '/callbacks/{path+}', methods: [HttpMethod.ANY], integration: to('callback') });
  api.addRoutes({ path: '/status/{token}/resend', methods: [HttpMethod.POST], integration: letters });
  api.addRoutes({ path: '/status/{token}/link', methods: [HttpMethod.POST], integration: letters });
}

/** The sweep looks every hour at what nobody else will look at. */
export function addSweep(scope: Construct, { byName, failures }: Functions): void {
  new Rule(scope, 'HourlySweep', {
    schedule: Schedule.rate(Duration.hours(1)),
    targets: [new LambdaTarget(byName.sweep, { deadLetterQueue: failures })],
  });
}

/** An execution that ended without ending its request is noticed as it ends; the sweep would find it only at the next date. */
export function addExecutionEvents(scope: Construct, { byName, failures }: Functions, machineArn: string): void {
  new Rule(scope, 'ExecutionEventRule', {
    eventPattern: {
      source: ['aws.states'],
      detailType: ['Step Functions Execution Status Change'],
      detail: { stateMachineArn: [machineArn], status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
    },
    targets: [new LambdaTarget(byName['execution-events'], { deadLetterQueue: failures })],
  });
  // A withdrawal stops the execution: whoever withdrew is told by another function, the only one of the two that may sign and send.
  new Rule(scope, 'WithdrawalRule', {
    eventPattern: {
      source: ['aws.states'],
      detailType: ['Step Functions Execution Status Change'],
      detail: { stateMachineArn: [machineArn], status: ['ABORTED'] },
    },
    targets: [new LambdaTarget(byName['close-withdrawn'], { deadLetterQueue: failures })],
  });
}

/** The sender's domain as an identity of SES, with DKIM; for a domain that is not verified otherwise. */
export function createMailIdentity(scope: Construct, domain: string): void {
  const identity = new EmailIdentity(scope, 'MailIdentity', { identity: Identity.domain(domain), mailFromDomain: `bounce.${domain}` });
  identity.dkimRecords.forEach(({ name, value }, place) => {
    new CfnOutput(scope, `DkimRecord${place + 1}`, { value: `${name} CNAME ${value}`, description: 'Add to the DNS of the sender domain' });
  });
}

/** Reports of SES on what became of each mail. */
export function createMailEvents(scope: Construct): ConfigurationSet {
  const set = new ConfigurationSet(scope, 'MailEvents', { reputationMetrics: true });
  set.addEventDestination('to-event-bus', {
    destination: EventDestination.eventBus(EventBus.fromEventBusName(scope, 'DefaultBus', 'default')),
    events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
  });
  return set;
}

/** A bounced or complained-of mail becomes a person's task. */
export function addMailEvents(scope: Construct, { byName, failures }: Functions): void {
  new Rule(scope, 'MailEventRule', {
    eventPattern: {
      source: ['aws.ses'],
      detailType: ['Email Bounced', 'Email Complaint Received', 'Email Rejected'],
      account: [Stack.of(scope).account],
    },
    targets: [new LambdaTarget(byName['mail-events'], { deadLetterQueue: failures })],
  });
}
