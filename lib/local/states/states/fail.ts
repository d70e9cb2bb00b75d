/** Fail: ends its flow with an error. */
import { StateFailure } from '../errors.ts';
import type { StateRunner } from '../run.ts';
import { stringField } from '../scope.ts';

export const fail: StateRunner = {
  async enter(step) {
    throw new StateFailure(await stringField(step, 'Error'), await stringField(step, 'Cause'));
  },
};
