/** Where the configurations of the companies are: bundles are made with a file. */
import { fileURLToPath } from 'node:url';

export const EUROPEAN_CONFIGURATION = fileURLToPath(new URL('./european.config.ts', import.meta.url));
export const CALIFORNIAN_CONFIGURATION = fileURLToPath(new URL('./californian.config.ts', import.meta.url));
export const BERLIN_CONFIGURATION = fileURLToPath(new URL('./berlin.config.ts', import.meta.url));
export const NEW_YORK_CONFIGURATION = fileURLToPath(new URL('./new-york.config.ts', import.meta.url));
