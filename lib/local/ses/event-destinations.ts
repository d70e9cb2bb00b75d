/** Which reports about mails SES hands to EventBridge: what an event destination of their configuration set asks for. */
import type { BusEvent, Resource } from '../contract.ts';
import { faultIn } from '../template-fault.ts';

interface EventDestination {
  Enabled?: boolean;
  MatchingEventTypes?: string[];
  EventBridgeDestination?: { EventBusArn: string };
}

/** A filter for the events of mails; SES needs no permission for the default bus, but a destination that names it. */
export function publishedEvents(resources: readonly Resource[]): (events: readonly BusEvent[]) => BusEvent[] {
  const types = new Map<string, Set<string>>();
  for (const resource of resources.filter(({ type }) => type === 'AWS::SES::ConfigurationSetEventDestination')) {
    const set = String(resource.properties['ConfigurationSetName']);
    types.set(set, new Set([...(types.get(set) ?? []), ...typesOf(resource)]));
  }
  return (events) =>
    events.filter(({ detail, resources: [set = ''] = [] }) => {
      const wanted = types.get(set.slice(set.lastIndexOf('/') + 1));
      return wanted?.has(String(detail['eventType']).toLowerCase()) === true;
    });
}

function typesOf(resource: Resource): string[] {
  const { Enabled = true, MatchingEventTypes = [], EventBridgeDestination } = resource.properties['EventDestination'] as EventDestination;
  if (!EventBridgeDestination?.EventBusArn.endsWith(':event-bus/default'))
    throw faultIn(resource, 'EventDestination', 'only the default event bus is known to the small AWS as a destination of mail events');
  return Enabled ? MatchingEventTypes.map((type) => type.toLowerCase()) : [];
}
