/** Which files a part holds, in order; the bodies are made when they are written. */
import { textIn } from '../domain/data-map.ts';
import { chunkPath } from './chunk-path.ts';
import type { PackageContent } from './content.ts';
import { csvFile, jsonFile } from './dataset-files.ts';
import { columnsOf, datasetParts, setsOf } from './dataset-parts.ts';
import type { DatasetPart } from './dataset-parts.ts';
import { listName } from './manifest.ts';
import type { ManifestFile } from './manifest.ts';
import { indexPage } from './page/index-page.ts';
import type { Chunk, PartPlan } from './plan-parts.ts';
import { readRows } from './read-rows.ts';
import { readmeText } from './readme-text.ts';
import { requestFile } from './request-file.ts';
import { RowTypes, rowSchema } from './row-schema.ts';
import type { ZipEntry } from './zip-stream.ts';

/** A file of the package with what the manifest says about its rows. */
export type PartEntry = ZipEntry & { about?: Pick<ManifestFile, 'system' | 'dataset' | 'set' | 'rows'> };

type DataSet = 'data' | 'portability';

const MEDIA_TYPES = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8; header=present',
  schema: 'application/schema+json',
  html: 'text/html; charset=utf-8',
  text: 'text/plain; charset=utf-8',
} as const;

/** All files of a part but the lists of files. */
export function partEntries(content: PackageContent, plan: PartPlan, parts: PartPlan[]): PartEntry[] {
  const datasets = datasetParts(content);
  const first: PartEntry[] =
    plan.number === 1
      ? [
          { path: 'index.html', mediaType: MEDIA_TYPES.html, body: () => indexPage(content, parts) },
          { path: 'request.json', mediaType: MEDIA_TYPES.json, body: () => [requestFile(content)] },
        ]
      : [];
  const files = plan.chunks.flatMap((chunk) => {
    const part = datasets.find((one) => one.system === chunk.system && one.dataset.name === chunk.dataset)!;
    return setsOf(content).flatMap((set) => chunkEntries(content, { part, chunk, set }));
  });
  return [
    ...first,
    { path: listName('README.txt', plan.number), mediaType: MEDIA_TYPES.text, body: () => [readmeText(content, plan, parts)] },
    ...files,
  ];
}

/** None if no column of the dataset may be shown in this set. */
function chunkEntries(content: PackageContent, { part, chunk, set }: { part: DatasetPart; chunk: Chunk; set: DataSet }): PartEntry[] {
  const columns = columnsOf(content, part, set);
  if (columns.length === 0) return [];
  const about = { system: chunk.system, dataset: chunk.dataset, set, rows: chunk.rows };
  const rows = () => readRows(content, part, chunk.pages);
  const types = new RowTypes();
  const json = { path: chunkPath(set, chunk, 'json'), mediaType: MEDIA_TYPES.json, about };
  const csv = { path: chunkPath(set, chunk, 'csv'), mediaType: MEDIA_TYPES.csv, about, body: () => csvFile(rows(), columns) };
  if (set === 'data') return [{ ...json, body: () => jsonFile(rows(), columns) }, csv];
  const { lang } = content;
  const head = { title: textIn(part.dataset.label, lang), description: textIn(part.dataset.purpose, lang), lang };
  const schema: PartEntry = {
    path: chunkPath(set, chunk, 'schema.json'),
    mediaType: MEDIA_TYPES.schema,
    about: { system: chunk.system, dataset: chunk.dataset, set },
    // Written after the rows, when all types have been seen.
    body: () => [`${JSON.stringify(rowSchema(columns, types, head), null, 2)}\n`],
  };
  return [{ ...json, body: () => jsonFile(rows(), columns, types) }, csv, schema];
}
