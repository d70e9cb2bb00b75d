/** Fingerprints of a database, to see that nothing else has changed. */
import { createHash } from 'node:crypto';
import type pg from 'pg';

/** A digest of the rows of tables, each filtered by an optional condition. */
export async function fingerprint(client: pg.Client, tables: Record<string, string>): Promise<string> {
  const hash = createHash('sha256');
  for (const [table, where] of Object.entries(tables)) {
    const { rows } = await client.query<{ digest: string }>(
      `select md5(coalesce(string_agg(t::text, e'\\n' order by t::text), '')) as digest from ${table} t where ${where}`,
    );
    hash.update(`${table} ${rows[0]!.digest}\n`);
  }
  return hash.digest('hex');
}
