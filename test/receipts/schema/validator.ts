/** A validator of JSON Schema 2020-12 that knows the formats receipts use. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

export const FORMATS = {
  date: isDay,
  'date-time': (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) && isDay(text.slice(0, 10)),
  uri: (text: string) => URL.canParse(text),
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
};

/** Compiled; a keyword or format it does not know is a fault. */
export function validatorFor(schema: object): ValidateFunction {
  return new Ajv2020({ allErrors: true, strict: true, formats: FORMATS }).compile(schema);
}
