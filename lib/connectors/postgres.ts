/** Declares a PostgreSQL system in `quittance.config.ts`. */
import type { PostgresInput, SystemInput } from '../domain/config/configuration-input.ts';

/** A system whose data are tables of a PostgreSQL database; `defineQuittance` validates it. */
export function postgres(input: PostgresInput): SystemInput {
  return { kind: 'postgres', ...input };
}
