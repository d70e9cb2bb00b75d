/** Choice: goes where the first rule with a true condition points. */
import type { ChoiceRule, ExitFields } from '../definition.ts';
import { StateFailure } from '../errors.ts';
import { evaluate } from '../expressions.ts';
import type { StateRunner, Step } from '../run.ts';
import { badType, occasion, scopeOf } from '../scope.ts';
import { leave } from '../transition.ts';

async function holds(step: Step, rule: ChoiceRule): Promise<boolean> {
  const value = await evaluate(rule.Condition, scopeOf(step), 'Condition');
  if (typeof value !== 'boolean') throw badType(step, 'Condition', { template: rule.Condition, value, expected: 'boolean' });
  return value;
}

async function choose(step: Step): Promise<ExitFields> {
  for (const rule of step.state.Choices ?? []) {
    if (await holds(step, rule)) return rule;
  }
  const { Default, Output, Assign } = step.state;
  if (Default === undefined) throw new StateFailure('States.NoChoiceMatched', `${occasion(step)} No choice rule matched.`);
  return { Next: Default, ...(Output === undefined ? {} : { Output }), ...(Assign === undefined ? {} : { Assign }) };
}

export const choice: StateRunner = {
  async enter(step) {
    await leave(step, { fields: await choose(step), fallback: step.frame.input });
  },
};
