/** README.txt: what to open first. */
import type { PackageContent } from './content.ts';
import { setsOf } from './dataset-parts.ts';
import { listName } from './manifest.ts';
import type { PartPlan } from './plan-parts.ts';
import { wordsFor } from './words/words-for.ts';

/** A short text in the language of the person. */
export function readmeText(content: PackageContent, plan: PartPlan, parts: PartPlan[]): string {
  const words = wordsFor(content.lang);
  const { readme } = words;
  const { controller } = content.configuration;
  const lines = [
    `${words.title(controller.name)} (${content.request.reference})`,
    '',
    readme.start,
    ...(parts.length > 1 ? [readme.parts(String(plan.number), String(parts.length))] : []),
    '',
    ...setsOf(content).map((set) => readme[set]),
    '',
    readme.check
      .replaceAll('SHA256SUMS', listName('SHA256SUMS', plan.number))
      .replace('manifest.json', listName('manifest.json', plan.number)),
    readme.csv,
    '',
    words.contact(controller.email, content.request.reference),
  ];
  return `${lines.join('\n')}\n`;
}
