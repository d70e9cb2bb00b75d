/** IAM's wildcards: `*` is any run of characters, `?` any one. */

/** A test for one pattern. */
export function wildcard(pattern: string, { ignoreCase = false } = {}): (value: string) => boolean {
  if (pattern === '*') return () => true;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`, ignoreCase ? 'is' : 's');
  return (value) => expression.test(value);
}
