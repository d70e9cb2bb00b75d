/** How well letters are understood, by language, and what a letter costs. */
import { understand } from '../../lib/mail/understanding/understand.ts';
import { conformanceLetters } from '../mail/understanding/conformance-letters.ts';
import { BLIND_LETTERS } from '../mail/understanding/blind-letters/letters.ts';
import { type Figures, type Judged, figuresByLanguage, figuresOf } from '../mail/understanding/figures.ts';
import { OWN_LETTERS } from '../mail/understanding/own-letters/own-letters.ts';

/** Letters neither exactly right nor handed to a person, and those handed over, of a hundred. */
const LIMITS = { wrong: 3, handed: 15, msPerLetter: 50 };

const own: Judged[] = Object.entries(OWN_LETTERS).flatMap(([lang, letters]) =>
  letters.map(({ text, asks }) => ({ lang, text, labels: asks })),
);
const shipped: readonly Judged[] = conformanceLetters() ?? [];

const row = (lang: string, { letters, exact, handed, wrong, deletions }: Figures): string =>
  `| ${[lang, letters, exact, handed, wrong, deletions].join(' | ')} |`;

function report(title: string, letters: readonly Judged[]): void {
  if (letters.length === 0) return console.info(`${title}: not there`);
  console.info(`${title}\n| language | letters | exact | to a person | wrong | deletion not meant |\n|---|---|---|---|---|---|`);
  for (const [lang, figures] of figuresByLanguage(letters)) console.info(row(lang, figures));
  const all = figuresOf(letters);
  console.info(row('all', all));
  const share = (count: number): number => (100 * count) / all.letters;
  if (share(all.wrong) > LIMITS.wrong || share(all.handed) > LIMITS.handed || all.deletions > 0) process.exitCode = 1;
}

/** Which rights are taken for which: only where they differ. */
function confusions(letters: readonly Judged[]): void {
  const counts = new Map<string, number>();
  for (const { text, labels } of letters) {
    const { rights } = understand(text);
    for (const right of rights)
      if (!labels.includes(right)) counts.set(`${right} found, not meant`, (counts.get(`${right} found, not meant`) ?? 0) + 1);
    for (const label of labels)
      if (label !== 'follow-up' && !rights.some((right) => right === label))
        counts.set(`${label} meant, not found`, (counts.get(`${label} meant, not found`) ?? 0) + 1);
  }
  for (const [what, count] of counts) console.info(`${what}: ${count}`);
}

report('Real letters', shipped);
confusions(shipped);
report('Letters of our own', own);
confusions(own);
report('Letters by somebody who did not know the rules', BLIND_LETTERS);
confusions(BLIND_LETTERS);

const all = [...shipped, ...own, ...BLIND_LETTERS];
const begun = process.cpuUsage();
for (const { text } of all) understand(text);
const ms = process.cpuUsage(begun).user / 1000 / all.length;
console.info(`${ms.toFixed(1)} ms CPU per letter (at most ${LIMITS.msPerLetter})`);
if (ms > LIMITS.msPerLetter) process.exitCode = 1;
