/** read-withheld: shows a reviewer some of the values about others that a request would hand out. */
import type { Row } from '../connectors/connector.ts';
import type { RequestId } from '../domain/ids.ts';
import type { PageItem } from '../stores/case-items.ts';
import { withheldColumns } from './record-wave.ts';
import { rowsIn } from './page-lines.ts';
import type { With } from './world.ts';

export interface Withheld {
  system: string;
  dataset: string;
  column: string;
  /** Rows in which the column holds a value. */
  rows: number;
  samples: string[];
}

const SAMPLES = 5;
const LONGEST = 300;

/** The withheld columns of the last export, with samples; empty after a purge. */
export async function readWithheld(world: With<'vault' | 'caseKeys'>, requestId: RequestId): Promise<Withheld[]> {
  const record = await world.requests.loadCase(requestId);
  if (record === undefined || record.request.purgedAt !== undefined) return [];
  const caseKey = await world.caseKeys.open(requestId);
  const exported = record.systems.filter(({ pass }) => pass === 'export');
  const rowsOf = async (page: PageItem): Promise<Row[]> => {
    const lines = await world.vault.get(page.key, caseKey);
    return lines === undefined ? [] : rowsIn(lines);
  };
  const columns = withheldColumns(world.configuration, exported);
  return await Promise.all(
    columns.map(async (column) => {
      const pages = record.pages.filter(({ system, dataset }) => system === column.system && dataset === column.dataset);
      const samples: string[] = [];
      let rows = 0;
      for (const page of pages) {
        const values = (await rowsOf(page)).map((row) => row[column.column]).filter((value) => value !== null && value !== undefined);
        rows += values.length;
        for (const value of values.slice(0, SAMPLES - samples.length)) {
          samples.push((typeof value === 'string' ? value : JSON.stringify(value)).slice(0, LONGEST));
        }
      }
      return { ...column, rows, samples };
    }),
  );
}
