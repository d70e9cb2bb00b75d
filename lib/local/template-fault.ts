/** Faults of a template, with the place where they stand. */
import type { Resource } from './contract.ts';
import { TemplateError } from './intrinsics.ts';

/** A resource as messages name it: `Rule1 (Shop/Sweep/Rule)`. */
export function placeOf({ logicalId, path }: Pick<Resource, 'logicalId' | 'path'>): string {
  return path === undefined ? logicalId : `${logicalId} (${path})`;
}

/** A fault in a property, `Code.S3Key` for one inside another; to be thrown. */
export function faultIn(resource: Pick<Resource, 'logicalId' | 'path'>, property: string, message: string): TemplateError {
  return new TemplateError(`${placeOf(resource)}.Properties.${property}: ${message}`);
}
