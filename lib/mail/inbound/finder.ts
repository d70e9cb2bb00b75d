/** Searches a text from ever later positions, each part of it once. */

/** Gives the next match at or after a position; positions must not go back. What was not found is never searched for again. */
export function finder(text: string, pattern: RegExp): (from: number) => RegExpExecArray | undefined {
  const search = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`);
  let asked = false;
  let found: RegExpExecArray | undefined;
  return (from) => {
    if (asked && (!found || found.index >= from)) return found;
    search.lastIndex = from;
    found = search.exec(text) ?? undefined;
    asked = true;
    return found;
  };
}
