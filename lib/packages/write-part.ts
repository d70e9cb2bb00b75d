/** Writes one part of a package as a zip stream. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { PermanentError } from '../domain/errors.ts';
import type { PackageContent } from './content.ts';
import { checksumsOf, listName, manifestOf } from './manifest.ts';
import type { ManifestFile } from './manifest.ts';
import { missingContent } from './missing-content.ts';
import { partEntries } from './part-entries.ts';
import type { PartPlan } from './plan-parts.ts';
import { zipStream } from './zip-stream.ts';
import type { ZipEntry } from './zip-stream.ts';

/** A part as it was written. */
export interface FinishedPart {
  name: string;
  bytes: number;
  sha256: string;
  /** Number of files in the zip. */
  files: number;
  manifestSha256: string;
}

/**
 * The bytes depend on the content alone, so a retry yields the same part. One page of rows is in memory at a time.
 * The stream must be read to its end for `finished` to resolve; if it is destroyed, `finished` rejects.
 * Throws PermanentError (`configuration`) if the law wants something said that the configuration does not say:
 * ask `missingContent` first to tell a person what.
 */
export function writePart(
  content: PackageContent,
  plan: PartPlan,
  parts: PartPlan[],
): { stream: Readable; finished: Promise<FinishedPart> } {
  const missing = missingContent(content);
  if (missing) {
    const paths = missing.items.map(
      ({ law, item, article, path }) => `${law} ${item}${article === undefined ? '' : `, ${article}`} (${path})`,
    );
    throw new PermanentError(`The law wants in a package what the configuration does not say: ${paths.join('; ')}`, {
      code: 'configuration',
    });
  }
  const entries = partEntries(content, plan, parts);
  const files: ManifestFile[] = [];
  const lists = listEntries(() => manifestOf(content, { plan, parts }, files), { files, part: plan.number });
  const { stream, finished } = zipStream([...entries, ...lists], content.madeAt, (file) => {
    files.push({ ...file, ...entries[files.length]?.about });
  });
  const result = finished.then(({ bytes, sha256 }) => ({
    name: plan.name,
    bytes,
    sha256,
    files: files.length,
    manifestSha256: files.find(({ path }) => path === listName('manifest.json', plan.number))!.sha256,
  }));
  // A caller that only watches the stream must not die of the same error twice.
  result.catch(() => undefined);
  return { stream, finished: result };
}

/** The manifest lists all other files but SHA256SUMS, which lists all other files. */
function listEntries(manifest: () => string, { files, part }: { files: ManifestFile[]; part: number }): ZipEntry[] {
  return [
    { path: listName('manifest.json', part), mediaType: 'application/json', body: () => [manifest()] },
    { path: listName('SHA256SUMS', part), mediaType: 'text/plain; charset=utf-8', body: () => [checksumsOf(files)] },
  ];
}

/** One hash for the whole package: the manifest's, or for several parts that of their lines `<sha256>  <part name>`. */
export function packageManifestSha256(parts: Pick<FinishedPart, 'name' | 'manifestSha256'>[]): string {
  if (parts.length === 1) return parts[0]!.manifestSha256;
  return createHash('sha256')
    .update(parts.map(({ name, manifestSha256 }) => `${manifestSha256}  ${name}\n`).join(''))
    .digest('hex');
}
