/** Leaves out of the bundles what a Lambda function can never use: a cold start reads every byte of them. */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/** The mail composer's table of a thousand file types; our attachments all name theirs. */
const FILE_TYPES = `
  export const detectMimeType = () => 'application/octet-stream';
  export const detectExtension = () => 'bin';
`;

/** The font reader's decoder of compressed web fonts, half of which is a dictionary; ours are not compressed. */
const NO_WEB_FONTS = `
  export default () => { throw new Error('No decoder of compressed fonts is bundled'); };
`;

/**
 * Writes the constants into the computed keys of the SDK's schemas, `{ [_e]: _c }` -> `{ ["error"]: _c }`. A bundler
 * must assume that a computed key has side effects, and so keeps the schemas of all operations of a service.
 */
export function inlineKeys(source: string): string {
  const constants = new Map([...source.matchAll(/^const (\w+) = ("[^"\\]*");$/gm)].map(([, name, value]) => [name!, value!]));
  return source.replace(/\[(_\w+)\]:/g, (written, name: string) => (constants.has(name) ? `[${constants.get(name)!}]:` : written));
}

/** Errors that code of ours tells apart by class, beside those every service has (`SSMServiceException`). A test compares with the code. */
export const KNOWN_ERRORS: ReadonlySet<string> = new Set([
  'ConditionalCheckFailedException',
  'ExecutionAlreadyExists',
  'ExecutionDoesNotExist',
  'InvalidToken',
  'NoSuchKey',
  'NotFound',
  'TaskDoesNotExist',
  'TaskTimedOut',
]);

/**
 * Leaves out the classes of a service's other errors, which the SDK registers one by one: of SSM alone there are 140. What is not
 * registered is thrown as the service's general error, under its own name.
 */
export function withoutErrors(source: string): string {
  return source.replace(/^\w+_registry\.registerError\(\w+\$, (\w+)\);$/gm, (written, name: string) =>
    KNOWN_ERRORS.has(name) || name.endsWith('ServiceException') ? written : '',
  );
}

export const slimBundles: Plugin = {
  name: 'slim-bundles',
  setup(build) {
    build.onLoad({ filter: /nodemailer\/dist\/esm\/mime-funcs\/mime-types\.js$/ }, () => ({ contents: FILE_TYPES, loader: 'js' }));
    build.onLoad({ filter: /brotli\/decompress\.js$/ }, () => ({ contents: NO_WEB_FONTS, loader: 'js' }));
    build.onLoad({ filter: /@aws-sdk\/client-[\w-]+\/dist-es\/schemas\/schemas_\d+\.js$/ }, ({ path: file }) => ({
      contents: withoutErrors(inlineKeys(readFileSync(file, 'utf8'))),
      loader: 'js',
    }));
  },
};
