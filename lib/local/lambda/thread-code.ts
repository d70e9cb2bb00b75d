/** The code of a sandbox's thread without types: stripped once here, because every thread that strips for itself takes 12 MB. */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

function asData(code: string): URL {
  return new URL(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

const stripped = (file: string): string => stripTypeScriptTypes(readFileSync(new URL(file, import.meta.url), 'utf8'));

let code: URL | undefined;

/** What a Worker is started with. A module in a data URL has no neighbours, so the one it imports is named by such a URL too. */
export function threadCode(): URL {
  const neighbour = "'./virtual-date.ts'";
  code ??= asData(stripped('./sandbox-thread.ts').replace(neighbour, `'${asData(stripped('./virtual-date.ts')).href}'`));
  return code;
}
