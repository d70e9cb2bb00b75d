/** Adds what newly keeps data to the record; what is recorded already stays as it was released. */
import { existsSync, writeFileSync } from 'node:fs';
import { RECORD, recordedStorage, statefulOf } from './recorded-storage.ts';
import { synthesize } from './synthesized.ts';

const recorded = existsSync(RECORD) ? recordedStorage() : {};
writeFileSync(RECORD, `${JSON.stringify({ Resources: { ...statefulOf(synthesize().resources), ...recorded } }, null, 2)}\n`);
