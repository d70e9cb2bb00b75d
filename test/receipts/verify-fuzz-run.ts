/** Fuzzes the verifier for QUITTANCE_FUZZ_SECONDS (60 if not said) from QUITTANCE_FUZZ_SEED (the time if not said). */
import { fuzzVerifier } from './verify-fuzz.ts';

const seconds = Number(process.env['QUITTANCE_FUZZ_SECONDS'] ?? 60);
const seed = Number(process.env['QUITTANCE_FUZZ_SEED'] ?? Date.now() % 2 ** 31);
console.log(`fuzzing the verifier for ${seconds} s from seed ${seed}`);
const { runs, exits, longest } = await fuzzVerifier({ seconds, seed });
console.log(
  `${runs} runs, exits ${exits.map((count, code) => `${code}: ${count}`).join(', ')}; the longest took ${Math.round(longest)} ms`,
);
