/** The placeholders of request templates: `{identifier.email}`, `{identifiers.email}`, `{row.id}`, `{callbackUrl}`. */
import type { HttpRequest, Template } from './http-settings.ts';

/** Anything in braces is meant as a placeholder, so that a misspelt one is noticed. */
export const PLACEHOLDER = /\{([^{}]*)\}/g;

/** All texts of a JSON template. */
function textsOf(template: Template | undefined): string[] {
  if (typeof template === 'string') return [template];
  if (template === undefined || template === null || typeof template !== 'object') return [];
  return Object.values(template).flatMap(textsOf);
}

/** Names of the placeholders in a request, e.g. `identifier.email`. */
export function placeholdersOf(request: HttpRequest): string[] {
  const texts = [request.path, ...Object.values(request.query ?? {}), ...textsOf(request.body)];
  return [...new Set(texts.flatMap((text) => [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')))];
}

/** Kinds of identifiers a request needs. */
export function kindsOf(request: HttpRequest): string[] {
  const kinds = placeholdersOf(request).filter((name) => /^identifiers?\./.test(name));
  return [...new Set(kinds.map((name) => name.slice(name.indexOf('.') + 1)))];
}
