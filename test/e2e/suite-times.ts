/** Prints how long each suite took, the longest first. */
import type { Reporter, TestModule } from 'vitest/node';

/** A reporter beside the default one. */
export class SuiteTimes implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const times = modules.map((module) => {
      const { duration, setupDuration, collectDuration } = module.diagnostic();
      return { name: module.relativeModuleId, seconds: (duration + setupDuration + collectDuration) / 1000 };
    });
    for (const { name, seconds } of times.toSorted((one, other) => other.seconds - one.seconds)) {
      console.info(`${seconds.toFixed(1).padStart(7)} s  ${name}`);
    }
  }
}
