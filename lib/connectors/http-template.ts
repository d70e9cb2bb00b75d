/** Fills request templates with identifiers and row values, each encoded for the place it stands in. */
import type { HttpRequest, Template } from '../domain/config/http-settings.ts';
import { PLACEHOLDER, placeholdersOf } from '../domain/config/placeholders.ts';
import type { Row, Subject } from './connector.ts';

/** Values of one request: single values by placeholder, lists for `{identifiers.<kind>}`. */
export type Filling = Record<string, string | string[]>;

/** A request with everything filled in. */
export interface FilledRequest extends Omit<HttpRequest, 'body'> {
  body?: Template;
}

/** A value as a path segment. `.` and `..` would climb the path even when encoded, and an empty one shifts it. */
function isSegment(value: string): boolean {
  return value !== '' && value !== '.' && value !== '..';
}

function fillText(text: string, filling: Filling, encode: (value: string) => string): string {
  return text.replace(PLACEHOLDER, (_, name: string) => encode(String(filling[name] ?? '')));
}

function fillBody(template: Template, filling: Filling): Template {
  if (typeof template === 'string') {
    const whole = /^\{([^{}]*)\}$/.exec(template)?.[1];
    const value = whole === undefined ? undefined : filling[whole];
    return value ?? fillText(template, filling, (text) => text);
  }
  if (Array.isArray(template)) return template.map((one) => fillBody(one, filling));
  if (template === null || typeof template !== 'object') return template;
  return Object.fromEntries(Object.entries(template).map(([key, one]) => [key, fillBody(one, filling)]));
}

/** True if every placeholder of the texts has a value that may stand there. */
function allFit(request: HttpRequest, filling: Filling, fits: (value: string) => boolean): boolean {
  return placeholdersOf(request).every((name) => fits(String(filling[name] ?? '')));
}

/**
 * The request with its placeholders filled; undefined if a value cannot stand in the path, or a part of the query would be
 * empty: systems take `?customer=` for "of all customers".
 */
export function fillRequest(request: HttpRequest, filling: Filling): FilledRequest | undefined {
  const { body, ...rest } = request;
  const { method, path, query } = request;
  if (!allFit({ method, path }, filling, isSegment)) return undefined;
  if (query !== undefined && !allFit({ method, path: '', query }, filling, (value) => value.trim() !== '')) return undefined;
  return {
    ...rest,
    path: fillText(request.path, filling, encodeURIComponent),
    ...(request.query && {
      query: Object.fromEntries(Object.entries(request.query).map(([key, text]) => [key, fillText(text, filling, (value) => value)])),
    }),
    ...(body !== undefined && { body: fillBody(body, filling) }),
  };
}

function combine(fillings: Filling[], name: string, values: string[]): Filling[] {
  return fillings.flatMap((filling) => values.map((value) => ({ ...filling, [name]: value })));
}

/** One filling per combination of the identifiers a request names; none if one of the kinds is unknown. */
export function fillingsFor(request: HttpRequest, subject: Subject): Filling[] {
  return placeholdersOf(request).reduce<Filling[]>(
    (fillings, name) => {
      const [group, kind = ''] = name.split('.');
      const values = subject.identifiers[kind] ?? [];
      if (group === 'identifier') return combine(fillings, name, values);
      if (group === 'identifiers') return values.length === 0 ? [] : fillings.map((filling) => ({ ...filling, [name]: values }));
      return fillings;
    },
    [{}],
  );
}

/** The filling with the values of a row as `{row.<column>}`; lists and objects cannot stand in a request. */
export function withRow(filling: Filling, row: Row): Filling {
  const plain = Object.entries(row).map(([name, value]) => [
    `row.${name}`,
    value === null || typeof value === 'object' ? '' : String(value),
  ]);
  return { ...filling, ...(Object.fromEntries(plain) as Filling) };
}
