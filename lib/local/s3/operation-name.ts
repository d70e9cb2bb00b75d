/** What AWS calls a request that this S3 does not know, for the answer that refuses it. */
import type { S3Call } from './s3-call.ts';

/** Names that do not follow from method, target and sub-resource. */
const irregular: Record<string, string> = {
  'GET service': 'ListBuckets',
  'PUT bucket': 'CreateBucket',
  'GET bucket': 'ListObjects',
  'GET bucket session': 'CreateSession',
  'GET bucket uploads': 'ListMultipartUploads',
  'GET bucket versions': 'ListObjectVersions',
  'DELETE bucket lifecycle': 'DeleteBucketLifecycle',
  'POST object restore': 'RestoreObject',
  'POST object select': 'SelectObjectContent',
  'PUT object encryption': 'UpdateObjectEncryption',
  'PUT object renameObject': 'RenameObject',
};

const verbs: Record<string, string> = { GET: 'Get', PUT: 'Put', DELETE: 'Delete', POST: 'Create', HEAD: 'Head' };

/** Sub-resources whose operations are named after their configuration. */
const configurations = /^(?:accelerate|analytics|intelligent-tiering|inventory|lifecycle|metadata\w+|metrics|notification|object-lock)$/;

/** `PutBucketAcl` of `PUT /bucket?acl`. A method that means nothing stands as it is. */
export function operationName(call: S3Call): string {
  const target = call.bucket === '' ? 'service' : call.key === '' ? 'bucket' : 'object';
  const part = subResource(call.query);
  const known = call.query.get('x-id') ?? irregular[[call.method, target, part].filter((word) => word !== undefined).join(' ')];
  if (known !== undefined) return known;
  const verb = call.method === 'PUT' && part?.startsWith('metadata') ? 'Update' : verbs[call.method];
  if (verb === undefined) return `${call.method} on a ${target}`;
  return part === undefined ? verb + pascal(target) : verb + nounOf(target, part);
}

/** A parameter without a value names a sub-resource; one with a value only describes. */
export function subResource(query: URLSearchParams): string | undefined {
  return [...query].find(([name, value]) => value === '' && !name.toLowerCase().startsWith('x-amz-'))?.[0];
}

function nounOf(target: string, part: string): string {
  const noun = pascal(part).replace(/Configuration$/, '') + (configurations.test(part) ? 'Configuration' : '');
  return part === 'object-lock' || part === 'publicAccessBlock' ? noun : pascal(target) + noun;
}

function pascal(text: string): string {
  return text.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
