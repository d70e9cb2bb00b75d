/** The verifier under three seconds of fuzzing; `npm run fuzz` and `npm run soak` give it longer. */
import { expect, it } from 'vitest';
import { fuzzVerifier } from './verify-fuzz.ts';

it('the verifier never throws, never hangs, and calls genuine what was logged alone', { timeout: 60_000 }, async () => {
  const { runs, exits } = await fuzzVerifier({ seconds: 3, seed: 1 });
  expect(runs).toBeGreaterThan(200);
  // The fuzzer reaches every answer: else it would only be throwing rubbish at the door.
  expect(exits.every((count) => count > 0)).toBe(true);
});
