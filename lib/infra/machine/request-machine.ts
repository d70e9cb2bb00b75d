/** The definition of `RequestMachine`: the life of a request, one state per step. */
import {
  Choice,
  type IChainable,
  Map as MapState,
  Pass,
  ProvideItems,
  Succeed,
  type TaskStateBase,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { answer, answerList, type Build, type Expressions, jsonata, MAIL_ATTEMPTS, NOTHING, task, when } from './states.ts';
import { systemBranch } from './system-branch.ts';

/** Systems asked in parallel. */
const PARALLEL = 40;

const STAGE = { pass: jsonata('$pass'), round: jsonata('$round') };

/** What `plan-systems` and `deliver` answer: where the request goes on. */
const FOLLOWING: Expressions = {
  next: answer('next'),
  pass: answer('pass'),
  round: answer('round'),
  systems: answerList('systems'),
  wave: answer('wave'),
  verifySeconds: answer('verifySeconds'),
  fetchSeconds: answer('fetchSeconds'),
};

function requestTasks(build: Build) {
  return {
    acknowledge: task(build, 'acknowledge', { attempts: MAIL_ATTEMPTS }),
    verifyRequester: task(build, 'verify-requester', {
      attempts: MAIL_ATTEMPTS,
      token: true,
      timeout: Timeout.jsonata(jsonata('$verifySeconds')),
    }),
    assess: task(build, 'assess-request', { payload: { silent: jsonata('$silent') } }),
    plan: task(build, 'plan-systems', { assign: FOLLOWING }),
    byHand: task(build, 'hand-to-person', {
      id: 'act-by-hand',
      payload: { ...STAGE, kind: 'act', scope: 'act', system: NOTHING, error: NOTHING },
      token: true,
    }),
    record: task(build, 'record-wave', {
      payload: { ...STAGE, wave: jsonata('$wave') },
      assign: { systems: answerList('systems'), wave: answer('wave'), review: answer('review'), hold: answer('hold'), part: 1 },
    }),
    review: task(build, 'review-and-redact', { payload: STAGE, token: true }),
    packaging: task(build, 'package-response', {
      payload: { ...STAGE, part: jsonata('$part') },
      assign: { part: jsonata('$part + 1'), more: answer('more') },
    }),
    receipt: task(build, 'issue-receipt', { payload: STAGE }),
    deliver: task(build, 'deliver', { attempts: MAIL_ATTEMPTS, payload: STAGE, assign: FOLLOWING }),
    awaitAnswer: task(build, 'await-answer', { token: true }),
    awaitFetch: task(build, 'await-fetch', { token: true, timeout: Timeout.jsonata(jsonata('$fetchSeconds')) }),
  };
}

/** Parks a request whose step failed in a way nobody foresaw; a person resumes it at the same step. */
function parkOnFault(build: Build, steps: readonly TaskStateBase[]): void {
  const park = task(build, 'park-request', { payload: { step: jsonata('$parkedStep'), error: jsonata('$parkedError') }, token: true });
  const resume = Choice.jsonata(build.scope, 'resume-at');
  for (const step of steps) {
    step.addCatch(park, {
      errors: ['States.ALL'],
      assign: { parkedStep: step.id, parkedError: jsonata('$states.errorOutput.Error') },
      outputs: {},
    });
    resume.when(when(`$parkedStep = "${step.id}"`), step);
  }
  park.next(resume.otherwise(steps[0]!));
}

/** All states, wired; returns the first. */
export function requestMachine(build: Build): IChainable {
  const { scope } = build;
  const steps = requestTasks(build);
  const { acknowledge, verifyRequester, assess, plan, byHand, record, review, packaging, receipt, deliver, awaitAnswer, awaitFetch } =
    steps;
  const wave = MapState.jsonata(scope, 'run-wave', {
    items: ProvideItems.jsonata(jsonata('$systems')),
    maxConcurrency: PARALLEL,
    itemSelector: { system: jsonata('$states.context.Map.Item.Value') },
    outputs: {},
  }).itemProcessor(systemBranch(build));
  const closed = Succeed.jsonata(scope, 'closed', { outputs: {} });
  const whatNext = Choice.jsonata(scope, 'what-next')
    .when(when('$next = "end"'), closed)
    .when(when('$next = "verify"'), verifyRequester)
    .when(when('$next = "await-answer"'), awaitAnswer)
    .when(when('$next = "await-fetch"'), awaitFetch)
    .when(when('$pass = "none"'), receipt)
    .when(when('$pass in ["act", "at-once"]'), byHand)
    .when(when('$count($systems) = 0'), record)
    .otherwise(wave);

  // Silence and an ended download window are not faults: they go on where the next step sees that time is up.
  verifyRequester.addCatch(assess, { errors: ['States.Timeout'], assign: { silent: true }, outputs: {} });
  awaitFetch.addCatch(plan, { errors: ['States.Timeout'], outputs: {} });
  parkOnFault(build, Object.values(steps));

  acknowledge.next(assess);
  assess.next(plan);
  verifyRequester.next(plan);
  plan.next(whatNext);
  wave.next(record);
  record.next(
    Choice.jsonata(scope, 'wave-recorded')
      .when(when('$count($systems) > 0'), wave)
      .when(when('$pass = "export" and $hold'), awaitAnswer)
      .when(when('$pass = "export" and $review'), review)
      .when(when('$pass = "export"'), packaging)
      .otherwise(receipt),
  );
  review.next(packaging);
  packaging.next(Choice.jsonata(scope, 'packaged-all').when(when('$more'), packaging).otherwise(receipt));
  byHand.next(receipt);
  receipt.next(deliver);
  deliver.next(whatNext);
  awaitFetch.next(plan);
  awaitAnswer.next(plan);
  return Pass.jsonata(scope, 'begin-request', { assign: { requestId: jsonata('$states.input.requestId'), silent: false } }).next(
    acknowledge,
  );
}
