/** Stops a request at every transition of its execution, kills everything, starts again: it ends as if nothing had happened. */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STEPS } from '../../../lib/infra/functions.ts';
import { recordFinding } from '../../fidelity/findings.ts';
import { EUROPEAN_CONFIGURATION } from '../../life/configurations.ts';
import { Acts, SCENARIOS, type Scenario, type Somebody, forAll, somebody } from '../../life/crowd.ts';
import { type End, Ends } from '../../life/ends.ts';
import { type Halt, Halts } from '../../life/halts.ts';
import { type LaptopInProcess, startInProcess } from '../../life/laptop-in-process.ts';
import { waitingInvocations } from '../../local/waiting-invocations.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const scenarios = Object.keys(SCENARIOS) as Scenario[];

let halt: Halt | undefined;
const halts = new Halts(() => halt);
const people: Somebody[] = [];
const done = new Set<string>();
const transitions = new Map<Scenario, number>();
const stoppedBefore = new Map<Somebody, number>();
const ends = new Map<Somebody, End>();
const lateAnswers: (number | undefined)[] = [];
const stopStates = new Map<Somebody, string>();
let laptop: LaptopInProcess;

/** One of each kind whom nothing disturbs. */
async function liveUndisturbed(acts: Acts): Promise<void> {
  for (const scenario of scenarios) await join(acts, { scenario, halt: undefined });
  await acts.untilAllWait(people);
  for (const { scenario, answer } of people) transitions.set(scenario, halts.progress(answer!.id).transitions);
}

async function join(acts: Acts, part: Pick<Somebody, 'scenario' | 'halt'>): Promise<void> {
  const person = somebody(people.length, part);
  people.push(person);
  halt = part.halt;
  await acts.submit(person);
}

/**
 * After the last transition there is nothing left to stop; the first one is where the knife falls. By turns the functions
 * have not begun and have done their work; the turns fall differently in each kind of request.
 */
function haltsOf(scenario: Scenario): Halt[] {
  const turn = scenarios.indexOf(scenario);
  const between = Array.from({ length: transitions.get(scenario)! - 2 }, (_, place) => place + 2);
  return between.map((transition) => ({ transition, functions: (transition + turn) % 2 === 0 ? 'done' : 'not-begun' }));
}

/**
 * All of them run beside each other, each up to its own transition, and rest there. Then somebody asks whose execution has
 * just begun: in that very moment everything is killed.
 */
async function stopAllAndKill(acts: Acts): Promise<string> {
  for (const scenario of scenarios) for (const each of haltsOf(scenario)) await join(acts, { scenario, halt: each });
  await acts.untilAllWait(people);
  let image = '';
  halts.onHalt = () => (image = laptop.image());
  await join(acts, { scenario: 'access', halt: { transition: 1, functions: 'not-begun' } });
  await laptop.settled();
  for (const person of people)
    if (person.halt !== undefined && halts.has(person.answer!.id)) stoppedBefore.set(person, halts.progress(person.answer!.id).events);
  return image;
}

/** A system that was asked twice, because the answer to asking it was lost, answers twice. */
async function answerTwice(): Promise<void> {
  for (let job = laptop.far.jobs[0]; job !== undefined; job = laptop.far.jobs[0]) lateAnswers.push(await laptop.far.answer(job.email));
}

/** Retries wait for a minute at most; the sweep comes twice. */
async function goOn(acts: Acts): Promise<void> {
  for (let minute = 0; minute < 20; minute += 1) {
    await acts.untilAllWait(people);
    if (acts.haveAnswered(people)) break;
    await laptop.clock.sleepTo(laptop.clock.now() + MINUTE_MS);
  }
  await answerTwice();
  for (let hour = 0; hour < 2; hour += 1) {
    await laptop.clock.advanceBy(HOUR_MS);
    await acts.untilAllWait(people);
  }
}

/** The state that an execution had entered last when it was stopped. */
async function stateOf(acts: Acts, person: Somebody): Promise<string> {
  const { arn } = (await acts.cloud.executions()).find(({ name }) => name === person.answer!.id)!;
  const before = (await acts.cloud.history(arn)).filter(({ id }) => id! <= stoppedBefore.get(person)!);
  return before.findLast(({ stateEnteredEventDetails }) => stateEnteredEventDetails)?.stateEnteredEventDetails?.name ?? 'the start';
}

beforeAll(async () => {
  laptop = await startInProcess({ configuration: EUROPEAN_CONFIGURATION, at: '2026-03-02T09:05:00Z', halts });
  const before = new Acts(laptop, { halts, done });
  await liveUndisturbed(before);
  laptop = await laptop.goOnFrom(await stopAllAndKill(before));
  const after = new Acts(laptop, { done });
  await goOn(after);
  const all = new Ends(laptop, after);
  await forAll(people, async (person) => ends.set(person, await all.of(person)));
  await forAll([...stoppedBefore.keys()], async (person) => stopStates.set(person, await stateOf(after, person)));
}, 600_000);
afterAll(async () => laptop?.stop());

const labelOf = ({ scenario, halt: at }: Somebody): string => `${scenario}, transition ${at?.transition}, functions ${at?.functions}`;
const undisturbed = (scenario: Scenario): End => ends.get(people.find((one) => one.scenario === scenario && one.halt === undefined)!)!;
const disturbed = (): Somebody[] => people.filter((person) => person.halt !== undefined);

describe('a request whose execution is stopped and killed', () => {
  it('was stopped at every transition, with its functions not begun or with their answers lost', () => {
    expect(
      disturbed()
        .filter((person) => !stoppedBefore.has(person))
        .map(labelOf),
    ).toEqual([]);
    for (const scenario of scenarios) expect(haltsOf(scenario).length, scenario).toBeGreaterThan(15);
  });

  it.each(scenarios)('ends as if nothing had happened: %s', (scenario) => {
    const wanted = undisturbed(scenario);
    expect(wanted).toMatchObject({ state: 'answered', execution: '(id) SUCCEEDED' });
    for (const person of disturbed().filter((one) => one.scenario === scenario))
      expect({ who: labelOf(person), ...ends.get(person) }).toEqual({ who: labelOf(person), ...wanted });
  });

  it('leaves nothing that failed for good, and nothing to be done', () => {
    expect(readdirSync(laptop.home)).not.toContain('dead-letters');
    expect(waitingInvocations(laptop.home)).toEqual([]);
    // "Nothing waits for this answer".
    expect(lateAnswers.filter((status) => status !== 404 && status !== 204)).toEqual([]);
  });

  it('is recorded', () => {
    const stopped = (scenario: Scenario): string[] => {
      const states = new Set(disturbed().map((one) => (one.scenario === scenario ? stopStates.get(one) : undefined)));
      return Object.keys(STEPS).filter((step) => states.has(step));
    };
    const asked = { access: 'a copy', erasure: 'a deletion with a task for a person', both: 'a copy, then a deletion' };
    recordFinding('crash', {
      judge: 'the same request, undisturbed',
      question: 'Does a request end the same whenever its execution is stopped?',
      answer:
        'Yes: stopped at every transition, with its functions not yet begun or with their answers lost, it left the same events, receipts, mails, tasks, packages and items.',
      tables: [
        {
          caption: 'The steps at which it was stopped and killed, besides the states between them:',
          head: ['request', 'steps'],
          rows: scenarios.map((scenario) => [asked[scenario], stopped(scenario).join(', ')]),
        },
      ],
    });
    for (const scenario of scenarios)
      expect(stopped(scenario)).toEqual(
        expect.arrayContaining(['acknowledge', 'verify-requester', 'find', 'start-later', 'record-wave', 'issue-receipt', 'deliver']),
      );
  });
});
