/** Reports about mails reach the bus only through an event destination. */
import { describe, expect, it } from 'vitest';
import type { BusEvent, Resource } from '../../../lib/local/contract.ts';
import { publishedEvents } from '../../../lib/local/ses/event-destinations.ts';

const arn = 'arn:aws:ses:eu-central-1:000000000000:configuration-set/mails';
const event = (eventType: string, set = arn): BusEvent => ({ source: 'aws.ses', detailType: 'x', detail: { eventType }, resources: [set] });
const bus = { EventBusArn: 'arn:aws:events:eu-central-1:000000000000:event-bus/default' };
const destination = (EventDestination: object): Resource => ({
  logicalId: 'D',
  type: 'AWS::SES::ConfigurationSetEventDestination',
  ref: 'D',
  arn: 'D',
  properties: { ConfigurationSetName: 'mails', EventDestination },
});
const sent = (resources: Resource[], ...events: BusEvent[]) => publishedEvents(resources)(events).map(({ detail }) => detail['eventType']);

describe('reports about mails', () => {
  const asked = { Enabled: true, MatchingEventTypes: ['bounce', 'deliveryDelay'], EventBridgeDestination: bus };

  it('are those of the types that the destination of their configuration set asks for', () => {
    const events = [event('Bounce'), event('Delivery'), event('DeliveryDelay'), event('Bounce', `${arn}-of-others`)];
    expect(sent([destination(asked)], ...events)).toEqual(['Bounce', 'DeliveryDelay']);
  });

  it('reach nobody without a destination, or with one that is switched off', () => {
    expect(sent([], event('Bounce'))).toEqual([]);
    expect(sent([destination({ ...asked, Enabled: false })], event('Bounce'))).toEqual([]);
  });

  it('go nowhere but to the default bus', () => {
    expect(() => sent([destination({ SnsDestination: { TopicARN: 'arn' } })])).toThrow(
      'D.Properties.EventDestination: only the default event bus is known',
    );
  });
});
