/** The lists of files in a part: manifest.json for programs, SHA256SUMS for `sha256sum -c`. */
import { textIn } from '../domain/data-map.ts';
import type { PackageContent } from './content.ts';
import type { PartPlan } from './plan-parts.ts';
import type { WrittenFile } from './zip-stream.ts';

/** A file, and which rows it holds if it holds any. */
export interface ManifestFile extends WrittenFile {
  system?: string;
  dataset?: string;
  set?: 'data' | 'portability';
  rows?: number;
}

/** Where a part's own lists stand, named so that all parts can be unpacked into one folder. */
export function listName(name: 'manifest.json' | 'SHA256SUMS' | 'README.txt', part: number): string {
  const [stem, extension] = name.split('.');
  return part === 1 ? name : `${stem}-${part}${extension === undefined ? '' : `.${extension}`}`;
}

/** The manifest of one part as text. */
export function manifestOf(content: PackageContent, { plan, parts }: { plan: PartPlan; parts: PartPlan[] }, files: ManifestFile[]): string {
  const { request, configuration } = content;
  return `${JSON.stringify(
    {
      reference: request.reference,
      request: request.id,
      controller: configuration.controller.name,
      law: request.law,
      laws: request.laws,
      rights: request.rights,
      madeAt: content.madeAt,
      interim: content.outstanding.length > 0,
      part: plan.number,
      parts: parts.map((part) => part.name),
      systems: systemsOf(content),
      files,
    },
    null,
    2,
  )}\n`;
}

function systemsOf(content: PackageContent): object[] {
  const outstanding = new Set(content.outstanding.map(({ system }) => system));
  return Object.entries(content.configuration.systems).flatMap(([system, { label }]) => {
    const outcome = content.outcomes.findLast((one) => one.system === system && one.pass === 'export');
    if (outcome === undefined && !outstanding.has(system)) return [];
    return [{ system, label: textIn(label, content.lang), outcome: outstanding.has(system) ? 'outstanding' : outcome!.outcome }];
  });
}

/** Lines that `sha256sum -c` reads. */
export function checksumsOf(files: WrittenFile[]): string {
  return files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
}
