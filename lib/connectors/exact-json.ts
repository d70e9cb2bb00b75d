/** Reads JSON without losing digits: a whole number that a double cannot hold becomes a text. */

type Reviver = (this: unknown, key: string, value: unknown) => unknown;

function exact(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source;
  return typeof value === 'number' && source !== undefined && /^-?\d{16,}$/.test(source) && String(value) !== source ? source : value;
}

/** Parses JSON; throws SyntaxError like `JSON.parse`. */
export function parseExactJson(json: string): unknown {
  // Only long numbers need the slower way.
  return /\d{16}/.test(json) ? JSON.parse(json, exact as Reviver) : JSON.parse(json);
}
