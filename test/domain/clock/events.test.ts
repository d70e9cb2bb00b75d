/** Histories that cannot be true, each named by the event that is wrong. */
import { describe, expect, it } from 'vitest';
import { type ClockEvent, type EventProblem, eventProblems, questionsIn } from '../../../lib/domain/clock/clock-events.ts';

const RECEIVED = '2026-03-02';

const event = (text: string): ClockEvent => {
  const [type, on] = text.split('=') as [ClockEvent['type'], string | undefined];
  return on === undefined ? { type } : { type, on };
};

const problems = (...texts: string[]): [string, EventProblem['reason']][] =>
  eventProblems(texts.map(event), RECEIVED).map(({ event: { type, on }, reason }) => [on === undefined ? type : `${type}=${on}`, reason]);

describe('a history', () => {
  it('may tell everything that can happen to a request', () => {
    expect(
      problems(
        'identity_asked=2026-03-02',
        'second_step_confirmed',
        'identity_confirmed=2026-03-05',
        'clarification_asked=2026-03-05',
        'fee_asked=2026-03-06',
        'clarification_answered=2026-03-07',
        'fee_paid=2026-03-07',
        'extension_notified',
        'clarification_asked=2026-03-20',
        'appeal_received=2026-06-01',
      ),
    ).toEqual([]);
  });

  it.each<[EventProblem['reason'], string, string[]]>([
    ['undated', 'identity_asked', ['identity_asked']],
    ['undated', 'appeal_received', ['appeal_received']],
    ['date-unreadable', 'identity_asked=soon', ['identity_asked=soon']],
    ['date-unreadable', 'identity_asked=2026-02-30', ['identity_asked=2026-02-30']],
    ['date-unreadable', 'extension_notified=2026-13-01', ['extension_notified=2026-13-01']],
    ['before-receipt', 'fee_asked=2026-03-01', ['fee_asked=2026-03-01']],
    ['out-of-order', 'identity_confirmed=2026-03-04', ['identity_asked=2026-03-05', 'identity_confirmed=2026-03-04']],
    [
      'out-of-order',
      'clarification_asked=2026-03-09',
      ['extension_notified=2026-03-10', 'second_step_confirmed', 'clarification_asked=2026-03-09'],
    ],
    ['doubled', 'identity_asked=2026-03-06', ['identity_asked=2026-03-05', 'identity_asked=2026-03-06']],
    ['doubled', 'fee_notified=2026-03-06', ['fee_asked=2026-03-05', 'fee_notified=2026-03-06']],
    ['doubled', 'extension_notified=2026-03-06', ['extension_notified', 'extension_notified=2026-03-06']],
    ['doubled', 'appeal_received=2026-03-07', ['appeal_received=2026-03-06', 'appeal_received=2026-03-07']],
    ['doubled', 'second_step_confirmed=2026-03-07', ['second_step_confirmed=2026-03-06', 'second_step_confirmed=2026-03-07']],
    ['not-asked', 'identity_confirmed=2026-03-06', ['identity_confirmed=2026-03-06']],
    ['not-asked', 'clarification_answered=2026-03-06', ['identity_asked=2026-03-05', 'clarification_answered=2026-03-06']],
    ['not-asked', 'fee_paid=2026-03-08', ['fee_asked=2026-03-05', 'fee_paid=2026-03-06', 'fee_paid=2026-03-08']],
  ])('is rejected as %s, naming %s', (reason, named, texts) => {
    expect(problems(...texts)).toEqual([[named, reason]]);
  });

  it('names everything that is wrong with it', () => {
    expect(problems('identity_confirmed=2026-03-06', 'fee_asked=2026-03-01')).toEqual([
      ['identity_confirmed=2026-03-06', 'not-asked'],
      ['fee_asked=2026-03-01', 'before-receipt'],
    ]);
  });

  it('pairs questions with their answers in the order of asking', () => {
    const asked = ['identity_asked=2026-03-02', 'fee_notified=2026-03-03', 'identity_confirmed=2026-03-05', 'identity_asked=2026-03-08'];
    expect(questionsIn(asked.map(event))).toEqual([
      { about: 'identity', askedOn: '2026-03-02', answeredOn: '2026-03-05' },
      { about: 'fee', askedOn: '2026-03-03' },
      { about: 'identity', askedOn: '2026-03-08' },
    ]);
  });
});
