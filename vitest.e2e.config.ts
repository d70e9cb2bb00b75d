/** End-to-end suites: the real command, a real browser, a real database; one file after the other. */
import { defineConfig } from 'vitest/config';
import { GrantsReporter } from './test/e2e/grants/grants-reporter.ts';
import { SuiteTimes } from './test/e2e/suite-times.ts';

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 240_000,
    teardownTimeout: 60_000,
    reporters: ['default', new SuiteTimes(), new GrantsReporter()],
  },
});
