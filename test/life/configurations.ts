/** Where the configurations of the two companies are: bundles are made with a file. */
import { fileURLToPath } from 'node:url';

export const EUROPEAN_CONFIGURATION = fileURLToPath(new URL('./european.config.ts', import.meta.url));
export const CALIFORNIAN_CONFIGURATION = fileURLToPath(new URL('./californian.config.ts', import.meta.url));
