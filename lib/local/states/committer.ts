/** Group commit: what several executions changed in one turn of the event loop is written in one transaction. */
import type { Rows } from './rows.ts';
import type { Changes } from './run.ts';

interface Waiting {
  changes: Changes;
  resolve: () => void;
  reject: (error: unknown) => void;
}

export class Committer {
  private readonly rows: Rows;
  private waiting: Waiting[] = [];

  constructor(rows: Rows) {
    this.rows = rows;
  }

  /** Resolves once the changes are on disk. */
  commit(changes: Changes): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => this.flush());
      this.waiting.push({ changes, resolve, reject });
    });
  }

  private flush(): void {
    const batch = this.waiting;
    this.waiting = [];
    try {
      this.rows.transaction(() => {
        for (const { changes } of batch) this.rows.write(changes);
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const { resolve } of batch) resolve();
  }
}
