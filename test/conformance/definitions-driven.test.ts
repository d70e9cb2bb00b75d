/** Executions that earlier versions started, on today's functions: AWS lets them go on with the definition they began with. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestAnswer } from '../../lib/web/customer/api/api-answer.ts';
import { recordFinding } from '../fidelity/findings.ts';
import { statesOf } from './definitions-agreement.ts';
import { failuresIn, statesEntered } from './definitions-history.ts';
import { altered, readRecordings, recordingOf, type Template, withRecording } from './definitions-recording.ts';
import { openStage, type Stage } from './definitions-stage.ts';
import { type Story, STORIES } from './definitions-stories.ts';

const recordings = readRecordings();
const newest = recordings.at(-1)!;

/** Every start of the small AWS is cold: on a busy machine it takes its time. */
const LONG_MS = 120_000;

/** What went to its end: version, path, receipts. */
const driven: [version: string, path: string, receipts: string][] = [];
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, LONG_MS);
afterAll(async () => {
  await stage?.end();
});

describe.each(recordings)('an execution of $version', (recording) => {
  const entered = new Set<string>();
  beforeAll(async () => {
    await stage.restart((now) => withRecording(now, recording));
  }, LONG_MS);

  it.each(STORIES)('goes to its end: $name', { timeout: LONG_MS }, async (story: Story) => {
    const answer = await story.go(stage);
    await stage.laptop.settled();
    const history = await stage.history(answer);
    for (const name of statesEntered(history)) entered.add(name);
    expect(failuresIn(history)).toEqual(story.failures);
    expect(await stage.status(answer)).toBe('SUCCEEDED');
    expect(await stage.receipts(answer)).toEqual(story.receipts);
    driven.push([recording.version, story.name, story.receipts.join(', ')]);
  });

  it('has been in every state of its definition by then', () => {
    const all = statesOf(recording.definition).map(([name]) => name);
    expect(all.filter((name) => !entered.has(name))).toEqual([]);
  });
});

/** Today's template with a last state of its own, which tells its executions from those that go on as they began. */
function marked(now: Template): Template {
  const { definition } = recordingOf(now, 'next');
  const { closed, ...others } = definition.States;
  const States = { ...others, closed: { Type: 'Pass' as const, Next: 'closed-next' }, 'closed-next': closed! };
  return withRecording(now, { definition: { ...definition, States } });
}

describe.each(recordings)('an upgrade while executions of $version are under way', (recording) => {
  let unverified: RequestAnswer;
  let inTask: RequestAnswer;
  let after: RequestAnswer;
  let people: Record<'unverified' | 'inTask' | 'after', string>;
  beforeAll(async () => {
    await stage.restart((now) => withRecording(now, recording));
    people = { unverified: stage.person(), inTask: stage.person(), after: stage.person() };
    unverified = await stage.submit(['erasure'], people.unverified);
    stage.laptop.far.refusing.add(people.inTask);
    inTask = await stage.ask(['erasure'], people.inTask);
    await stage.archiveAnswers(inTask, people.inTask);
    await stage.task(inTask, 'system-failed');
    await stage.restart(marked);
    after = await stage.ask(['erasure'], people.after);
  }, LONG_MS);

  /** Kinds of the receipts and last state of an execution that has ended well. */
  async function ended(answer: RequestAnswer): Promise<{ receipts: string[]; last: string | undefined }> {
    await stage.until(answer, 'the end', ({ request }) => request.closedAt);
    await stage.laptop.settled();
    expect(await stage.status(answer)).toBe('SUCCEEDED');
    return { receipts: await stage.receipts(answer), last: statesEntered(await stage.history(answer)).at(-1) };
  }

  it('leaves one that waits for its verification with the definition it began with, to its end', { timeout: LONG_MS }, async () => {
    await stage.laptop.confirm(unverified, people.unverified);
    await stage.archiveAnswers(unverified, people.unverified);
    expect(await ended(unverified)).toEqual({ receipts: ['request', 'deletion'], last: 'closed' });
    driven.push([recording.version, 'an upgrade while it waits for the verification', 'request, deletion']);
  });

  it('leaves one that waits for a person with it too', { timeout: LONG_MS }, async () => {
    stage.laptop.far.refusing.delete(people.inTask);
    const task = await stage.task(inTask, 'system-failed');
    await (await stage.staff('anton')).endTask(`req_${inTask.id}`, task, { outcome: 'retry' });
    expect(await ended(inTask)).toEqual({ receipts: ['request', 'deletion'], last: 'closed' });
    driven.push([recording.version, 'an upgrade while it waits for a person', 'request, deletion']);
  });

  it('starts new ones under the new definition', { timeout: LONG_MS }, async () => {
    await stage.archiveAnswers(after, people.after);
    expect(await ended(after)).toEqual({ receipts: ['request', 'deletion'], last: 'closed-next' });
  });
});

describe('a definition that does not fit the functions', () => {
  const mutants: [string, [string | RegExp, string], string][] = [
    ['calls a function that today lacks', [/assessrequest\w+\.Arn/, 'RequestMachineEFCE20ED.Arn'], 'assess-request'],
    ['passes too little', ['{"requestId":"{% $requestId %}"}', '{}'], 'acknowledge'],
    ['reads an answer that is not given', ['$states.result.Payload.verifySeconds', '$states.result.Payload.seconds'], 'plan-systems'],
  ];

  it.each(mutants)('does not get through: it %s', { timeout: LONG_MS }, async (_what, change, state) => {
    await stage.restart((now) => withRecording(now, altered(newest, change)));
    const answer = await stage.submit(['withdraw-consent'], stage.person());
    await stage.task(answer, 'parked');
    expect(failuresIn(await stage.history(answer))).toContainEqual(expect.stringMatching(new RegExp(`^${state} `)));
  });
});

describe('what was driven', () => {
  it('is every path of every version', () => {
    expect(driven).toHaveLength(recordings.length * (STORIES.length + 2));
    recordFinding('definitions', {
      judge: 'recorded definitions of every version',
      question: 'Do executions that an earlier version started go on with today’s functions?',
      answer: `${recordings.length} recorded, each driven on ${STORIES.length + 2} paths through all of its states; all ${driven.length} ended well with receipts that verify.`,
      tables: [{ caption: 'What was driven to its end:', head: ['version', 'path', 'receipts'], rows: driven }],
    });
  });
});
