/** The branch of one system in one pass: find, then export or erase, then ask again; what fails goes to a person. */
import { Duration } from 'aws-cdk-lib';
import { Choice, type IChainable, Pass, Timeout, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import { answer, type Build, jsonata, NOTHING, result, task, when } from './states.ts';

/** Times a deletion is repeated when the system still holds data, before a person looks at it. */
const ERASE_TRIES = 3;
/** Days a system that answers later may take before a person looks at it. */
const LATER_DAYS = 7;

const SCOPE = { system: jsonata('$system'), pass: jsonata('$pass'), round: jsonata('$round') };

function systemTasks(build: Build) {
  return {
    find: task(build, 'find', { payload: SCOPE, assign: { found: answer('found'), later: answer('later') } }),
    exporting: task(build, 'export', {
      payload: { ...SCOPE, cursor: jsonata('$cursor') },
      assign: { cursor: answer('cursor') },
    }),
    later: task(build, 'start-later', {
      payload: SCOPE,
      assign: { outcome: result('outcome') },
      token: true,
      timeout: Timeout.duration(Duration.days(LATER_DAYS)),
    }),
    erase: task(build, 'erase', { payload: SCOPE, assign: { tries: jsonata('$tries + 1') } }),
    verify: task(build, 'verify', { payload: SCOPE, assign: { left: answer('left') } }),
    hand: task(build, 'hand-to-person', {
      payload: { ...SCOPE, kind: 'system-failed', scope: jsonata('$system & "#" & $string($handed)'), error: jsonata('$error') },
      assign: { outcome: result('outcome'), handed: jsonata('$handed + 1'), tries: 0, cursor: NOTHING },
      token: true,
    }),
  };
}

/** Builds the branch; its variables are its own, so that forty branches run side by side. */
export function systemBranch(build: Build): IChainable {
  const { scope } = build;
  const begin = Pass.jsonata(scope, 'begin-system', {
    assign: { system: jsonata('$states.input.system'), handed: 0, tries: 0, cursor: NOTHING, later: false, error: NOTHING },
  });
  const { find, exporting, later, erase, verify, hand } = systemTasks(build);
  const done = Pass.jsonata(scope, 'system-done', { outputs: { system: jsonata('$system') } });
  const holding = Pass.jsonata(scope, 'still-holds-data', { assign: { error: 'StillHoldsData' } });
  const again = Wait.jsonata(scope, 'wait-before-erasing-again', { time: WaitTime.duration(Duration.seconds(5)) });

  for (const step of [find, exporting, later, erase, verify]) {
    step.addCatch(hand, { errors: ['States.ALL'], assign: { error: jsonata('$states.errorOutput.Error') }, outputs: {} });
  }
  begin.next(find);
  find.next(
    Choice.jsonata(scope, 'route-system')
      .when(when('$found = 0'), done)
      .when(when('$later'), later)
      .when(when('$pass = "export"'), exporting)
      .otherwise(erase),
  );
  exporting.next(Choice.jsonata(scope, 'exported-all').when(when('$cursor != ""'), exporting).otherwise(done));
  later.next(Choice.jsonata(scope, 'answered-later').when(when('$pass = "export" or $outcome != "done"'), done).otherwise(verify));
  erase.next(verify);
  verify.next(
    Choice.jsonata(scope, 'verified-clean')
      .when(when('$left = 0'), done)
      .when(when(`$later = false and $tries < ${ERASE_TRIES}`), again)
      .otherwise(holding),
  );
  again.next(erase);
  holding.next(hand);
  hand.next(Choice.jsonata(scope, 'person-decided').when(when('$outcome = "retry"'), find).otherwise(done));
  return begin;
}
