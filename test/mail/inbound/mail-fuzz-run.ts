/** Fuzzes the reading of mails for QUITTANCE_FUZZ_SECONDS (60 if not said) from QUITTANCE_FUZZ_SEED (the time if not said). */
import { fuzzMails } from './mail-fuzz.ts';

const seconds = Number(process.env['QUITTANCE_FUZZ_SECONDS'] ?? 60);
const seed = Number(process.env['QUITTANCE_FUZZ_SEED'] ?? Date.now() % 2 ** 31);
console.log(`fuzzing the reading of mails for ${seconds} s from seed ${seed}`);
const { runs, answers, longest } = await fuzzMails({ seconds, seed });
const counts = Object.entries(answers).map(([answer, count]) => `${answer}: ${count}`);
console.log(`${runs} mails, ${counts.join(', ')}; the longest took ${Math.round(longest)} ms`);
