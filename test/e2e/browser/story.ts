/** Tests that build on each other: after the first failure the rest of the story is skipped, not failed again. */
import { it } from 'vitest';

/** Makes the `it` of one story. */
export function story(): (name: string, step: () => Promise<void>) => void {
  let failed: string | undefined;
  return (name, step) => {
    it(name, async ({ skip }) => {
      if (failed !== undefined) skip(`the story ended at “${failed}”`);
      failed = name;
      await step();
      failed = undefined;
    });
  };
}
