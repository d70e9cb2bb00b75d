/** What the demo CRM keeps about one customer, and a checksum of everything else. */
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

export interface CrmState {
  /** Rows of the customer. */
  own: number;
  /** A digest of all other rows. */
  others: string;
}

/** Looks at the CRM's file while it runs. */
export function crmState(file: string, customerId: number): CrmState {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const hash = createHash('sha256');
    let own = 0;
    for (const table of ['contacts', 'activities']) {
      const { count } = db.prepare(`select count(*) as count from ${table} where customer_id = ?`).get(String(customerId)) as {
        count: number;
      };
      own += count;
      for (const row of db.prepare(`select * from ${table} where customer_id <> ? order by 1`).iterate(String(customerId)))
        hash.update(JSON.stringify(row));
    }
    return { own, others: hash.digest('hex') };
  } finally {
    db.close();
  }
}
