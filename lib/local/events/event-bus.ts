/** EventBridge of the small AWS: the template's rules on the engine's clock, and the default bus. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { AwsContext, BusEvent, OperationService, Resource } from '../contract.ts';
import { TemplateError } from '../intrinsics.ts';
import { faultIn, placeOf } from '../template-fault.ts';
import { lastRuns } from './last-runs.ts';
import { eventPattern } from './pattern.ts';
import { type NextRun, schedule } from './schedule.ts';
import { deliverEvent, type DeliveryOptions } from './target-delivery.ts';

export interface EventBus {
  putEvents(events: readonly BusEvent[]): Promise<void>;
  /** Arms the schedules; ticks missed while nothing ran are made up for by one run. */
  start(): void;
  /** `events:PutEvents` over the wire. */
  service: OperationService;
  close(): void;
}

export type EventBusOptions = Pick<AwsContext, 'clock' | 'account'> & DeliveryOptions;

interface Target {
  Arn: string;
  Input?: string;
  DeadLetterConfig?: { Arn: string };
}

interface Rule {
  name: string;
  arn: string;
  targets: Target[];
  next?: NextRun;
  matches?: (event: unknown) => boolean;
}

export function createEventBus(options: EventBusOptions): EventBus {
  const rules = options.resources.filter(({ type }) => type === 'AWS::Events::Rule').flatMap(readRule);
  const runs = lastRuns(join(options.dataDir, 'events'));
  const disarms = new Map<string, () => void>();

  const fire = (rule: Rule, event: Record<string, unknown>) => {
    for (const { Arn, Input, DeadLetterConfig } of rule.targets) {
      const delivery = { ruleArn: rule.arn, functionArn: Arn, queueArn: DeadLetterConfig?.Arn };
      deliverEvent(delivery, Input === undefined ? event : JSON.parse(Input), options);
    }
  };
  const arm = (rule: Rule, after: number) => {
    const at = rule.next!(after);
    if (at !== undefined)
      disarms.set(
        rule.name,
        options.clock.at(at, () => tick(rule, at)),
      );
  };
  const tick = (rule: Rule, at: number) => {
    fire(rule, scheduledEvent(rule, at, options));
    const following = rule.next!(at);
    // Late by more than a period (off, or a laptop that slept): this one run stands for all the missed ones.
    const upTo = following !== undefined && following <= options.clock.now() ? options.clock.now() : at;
    runs.keep(rule.name, upTo);
    arm(rule, upTo);
  };
  const putEvents = async (events: readonly BusEvent[]) => {
    for (const event of events) {
      const envelope = envelopeOf(event, options);
      for (const rule of rules) if (rule.matches?.(envelope)) fire(rule, envelope);
    }
  };

  return {
    putEvents,
    start() {
      for (const rule of rules.filter(({ next }) => next)) {
        const last = runs.of(rule.name) ?? runs.keep(rule.name, options.clock.now());
        arm(rule, last);
      }
    },
    service: eventsService(putEvents, options),
    close() {
      for (const disarm of disarms.values()) disarm();
      runs.close();
    },
  };
}

function readRule(resource: Resource): Rule[] {
  const { ref, arn, properties } = resource;
  const at = (property: string): string => `${placeOf(resource)}.Properties.${property}`;
  if (properties['State'] === 'DISABLED') return [];
  const bus = properties['EventBusName'];
  if (bus !== undefined && bus !== 'default')
    throw faultIn(resource, 'EventBusName', `event bus ${String(bus)} is not known to the small AWS`);
  const { ScheduleExpression, EventPattern } = properties;
  const targets = ((properties['Targets'] ?? []) as Record<string, unknown>[]).map((target, i) => readTarget(target, at(`Targets.${i}`)));
  return [
    {
      name: ref,
      arn,
      targets,
      ...(ScheduleExpression === undefined ? {} : { next: schedule(String(ScheduleExpression), at('ScheduleExpression')) }),
      ...(EventPattern === undefined ? {} : { matches: eventPattern(EventPattern, at('EventPattern')) }),
    },
  ];
}

/** A permitted delivery to a function always succeeds here, so a target's retry policy has no say. */
const understood = new Set(['Arn', 'Id', 'Input', 'RetryPolicy', 'DeadLetterConfig']);

function readTarget(target: Record<string, unknown>, at: string): Target {
  const unknown = Object.keys(target).find((key) => !understood.has(key));
  if (unknown) throw new TemplateError(`${at}: ${unknown} of a rule's target is not known to the small AWS`);
  if (!String(target['Arn']).startsWith('arn:aws:lambda:'))
    throw new TemplateError(`${at}: target ${String(target['Arn'])} is not known to the small AWS`);
  return target as unknown as Target;
}

type Where = Pick<AwsContext, 'clock' | 'region' | 'account'>;

function scheduledEvent(rule: Rule, at: number, where: Where): Record<string, unknown> {
  const event = envelopeOf({ source: 'aws.events', detailType: 'Scheduled Event', detail: {}, resources: [rule.arn] }, where);
  return { ...event, time: toSeconds(at) };
}

function envelopeOf({ source, detailType, detail, resources = [] }: BusEvent, { clock, region, account }: Where): Record<string, unknown> {
  const time = toSeconds(clock.now());
  return { version: '0', id: randomUUID(), 'detail-type': detailType, source, account, time, region, resources, detail };
}

function toSeconds(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
}

interface WireEntry {
  Source: string;
  DetailType: string;
  Detail: string;
  Resources?: string[];
  EventBusName?: string;
}

function entriesOf(input: Record<string, unknown>): WireEntry[] {
  return (input['Entries'] ?? []) as WireEntry[];
}

function eventsService(putEvents: EventBus['putEvents'], { region, account }: Where): OperationService {
  const busArn = `arn:aws:events:${region}:${account}:event-bus/default`;
  const arnOf = (name = 'default') => (name.startsWith('arn:') ? name : busArn.replace(/default$/, name));
  return {
    style: 'operation',
    name: 'events',
    protocol: 'json1.1',
    operations: new Set(['PutEvents']),
    permissions: ({ input }) =>
      [...new Set(entriesOf(input).map(({ EventBusName }) => arnOf(EventBusName)))].map((resource) => ({
        action: 'events:PutEvents',
        resource,
      })),
    async run({ input }) {
      const results = await Promise.all(
        entriesOf(input).map((entry) => putEntry(entry, { putEvents, known: arnOf(entry.EventBusName) === busArn })),
      );
      return { FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results };
    },
  };
}

async function putEntry(
  entry: WireEntry,
  { putEvents, known }: { putEvents: EventBus['putEvents']; known: boolean },
): Promise<Record<string, string>> {
  if (!known) return { ErrorCode: 'ResourceNotFoundException', ErrorMessage: `Event bus ${entry.EventBusName} does not exist.` };
  let detail: Record<string, unknown>;
  try {
    detail = JSON.parse(entry.Detail) as Record<string, unknown>;
  } catch {
    return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  }
  await putEvents([
    { source: entry.Source, detailType: entry.DetailType, detail, ...(entry.Resources ? { resources: entry.Resources } : {}) },
  ]);
  return { EventId: randomUUID() };
}
