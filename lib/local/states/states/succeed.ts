/** Succeed: ends its flow well. */
import type { StateRunner } from '../run.ts';
import { complete } from '../transition.ts';

export const succeed: StateRunner = {
  enter: (step) => complete(step),
};
