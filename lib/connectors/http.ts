/** Declares an HTTP system in `quittance.config.ts`. */
import type { HttpInput, SystemInput } from '../domain/config/configuration-input.ts';

/** A system that is asked by declared HTTP requests; `defineQuittance` validates it. */
export function http(input: HttpInput): SystemInput {
  return { kind: 'http', ...input };
}
