/** A request's whole life on the virtual clock, with the hourly sweep really run: seconds of real time per simulated year. */
import { liveThrough } from '../life/lives.ts';
import { CALIFORNIAN } from '../life/plans.ts';

const LIMITS = { secondsPerYear: 60 };
const HOURS_PER_YEAR = 365.25 * 24;

const begun = performance.now();
const { hours, sweeps } = await liveThrough(CALIFORNIAN);
const seconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage();
const years = hours / HOURS_PER_YEAR;
const perYear = seconds / years;

console.info(`${years.toFixed(2)} years with ${sweeps} sweeps in ${seconds.toFixed(0)} s, the synthesis included`);
console.info(
  `per simulated year: ${perYear.toFixed(1)} s (at most ${LIMITS.secondsPerYear} s), ${((seconds * 1000) / sweeps).toFixed(2)} ms per sweep`,
);
// Of all threads: what a busy machine does not stretch.
console.info(`processor time per simulated year: ${((user + system) / 1e6 / years).toFixed(1)} s`);
if (perYear > LIMITS.secondsPerYear) process.exitCode = 1;
