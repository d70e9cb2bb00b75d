/** What reaches the product from outside: the HTTP API, the hourly clock, and what SES reports. */
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { type CfnStage, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { ConfigurationSet, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
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
    format: JSON.stringify({ at: '$context.requestTime', status: '$context.status', ms: '$context.responseLatency', id: '$context.requestId' }),
  };
  return api;
}

/** Which paths go to which function; everything else is the customer pages. */
export function addRoutes(api: HttpApi, { byName }: Functions): void {
  const to = (name: 'web' | 'console' | 'download'): HttpLambdaIntegration => new HttpLambdaIntegration(`${name}-integration`, byName[name]);
  const [web, staff, download] = [to('web'), to('console'), to('download')];
  api.addRoutes({ path: '/', methods: [HttpMethod.ANY], integration: web });
  api.addRoutes({ path: '/{path+}', methods: [HttpMethod.ANY], integration: web });
  api.addRoutes({ path: '/staff', methods: [HttpMethod.ANY], integration: staff });
  api.addRoutes({ path: '/staff/{path+}', methods: [HttpMethod.ANY], integration: staff });
  api.addRoutes({ path: '/download/{path+}', methods: [HttpMethod.ANY], integration: download });
}

/** The sweep looks every hour at what nobody else will look at. */
export function addSweep(scope: Construct, { byName }: Functions): void {
  new Rule(scope, 'HourlySweep', { schedule: Schedule.rate(Duration.hours(1)), targets: [new LambdaTarget(byName.sweep)] });
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
export function addMailEvents(scope: Construct, { byName }: Functions): void {
  new Rule(scope, 'MailEventRule', {
    eventPattern: { source: ['aws.ses'], detailType: ['Email Bounced', 'Email Complaint Received', 'Email Rejected'], account: [Stack.of(scope).account] },
    targets: [new LambdaTarget(byName['mail-events'])],
  });
}
