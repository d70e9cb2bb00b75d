/** The settings of an HTTP system from what was written. */
import type { NamedDataset } from '../data-map.ts';
import type { HttpDatasetInput, HttpInput } from './configuration-input.ts';
import type { HttpDatasetRequests, HttpSettings } from './http-settings.ts';

const TIMEOUT_MS = 20_000;
const MAX_BYTES = 16 * 1024 ** 2;

function requests({ find, export: list, erase, verify, yields }: HttpDatasetInput): HttpDatasetRequests {
  return { export: list, ...(find && { find }), ...(erase && { erase }), ...(verify && { verify }), ...(yields && { yields }) };
}

/** Settings with defaults filled in; only the datasets that were well-formed appear. */
export function completeHttp(input: HttpInput, datasets: NamedDataset[], zone: string): HttpSettings {
  const { baseUrl, erase, later } = input;
  return {
    secret: input.secret,
    auth: input.auth ?? 'bearer',
    zone,
    timeoutMs: input.timeoutMs ?? TIMEOUT_MS,
    maxBytes: input.maxBytes ?? MAX_BYTES,
    requests: Object.fromEntries(datasets.map(({ name }) => [name, requests(input.datasets[name]!)])),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(erase && { erase }),
    ...(later && { later }),
  };
}
