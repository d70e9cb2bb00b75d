/** The keys of the template: found by id, ARN or alias, their material made once and kept on disk. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsError, type Resource } from '../contract.ts';
import { faultIn } from '../template-fault.ts';
import { writeWhole } from '../data-directory/write-whole.ts';

/** What a key of a spec can do; KMS calls the same list by three names. */
export const keySpecs: Record<string, { usage: string; algorithms: Record<string, readonly string[]>; make(): string }> = {
  SYMMETRIC_DEFAULT: {
    usage: 'ENCRYPT_DECRYPT',
    algorithms: { EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'] },
    make: () => randomBytes(32).toString('base64'),
  },
  HMAC_256: {
    usage: 'GENERATE_VERIFY_MAC',
    algorithms: { MacAlgorithms: ['HMAC_SHA_256'] },
    make: () => randomBytes(32).toString('base64'),
  },
  ECC_NIST_P256: {
    usage: 'SIGN_VERIFY',
    algorithms: { SigningAlgorithms: ['ECDSA_SHA_256'] },
    make: () => pem(generateKeyPairSync('ec', { namedCurve: 'P-256' })),
  },
  ECC_NIST_EDWARDS25519: {
    usage: 'SIGN_VERIFY',
    algorithms: { SigningAlgorithms: ['ED25519_SHA_512'] },
    make: () => pem(generateKeyPairSync('ed25519')),
  },
};

/** Secret material as it lies on disk. */
interface Material {
  spec: string;
  createdAt: number;
  /** PKCS #8 PEM of a key pair, base64 of a secret. */
  secret: string;
}

export interface KmsKey {
  id: string;
  arn: string;
  spec: string;
  usage: string;
  enabled: boolean;
  multiRegion: boolean;
  description: string;
  aliases: string[];
  algorithms: Record<string, readonly string[]>;
  material: Material;
}

export interface KeyRing {
  /** By key id, key ARN, alias name or alias ARN; throws NotFoundException. */
  find(id: string): KmsKey;
  requireEnabled(key: KmsKey): void;
}

/** Reads the template's keys. A spec this front cannot make is refused here, not at the first call. */
export function openKeyRing(options: { dir: string; keys: readonly Resource[]; aliases: readonly Resource[] }): KeyRing {
  mkdirSync(options.dir, { recursive: true, mode: 0o700 });
  const byName = new Map<string, KmsKey>();
  for (const resource of options.keys) {
    const key = keyFrom(resource, options.dir);
    byName.set(key.id, key).set(key.arn, key);
  }
  for (const alias of options.aliases) {
    const key = byName.get(String(alias.properties.TargetKeyId));
    if (!key) throw faultIn(alias, 'TargetKeyId', 'the alias names a key that is not in the template');
    const name = String(alias.properties.AliasName ?? alias.ref);
    key.aliases.push(name);
    byName.set(name, key).set(key.arn.replace(/:key\/.*$/, `:${name}`), key);
  }
  return {
    find(id) {
      const key = byName.get(id);
      if (!key) throw new AwsError('NotFoundException', id.includes('alias/') ? `Alias ${id} is not found.` : `Key '${id}' does not exist`);
      return key;
    },
    requireEnabled(key) {
      if (!key.enabled) throw new AwsError('DisabledException', `${key.arn} is disabled.`);
    },
  };
}

function keyFrom(resource: Resource, dir: string): KmsKey {
  const { properties } = resource;
  const spec = String(properties.KeySpec ?? 'SYMMETRIC_DEFAULT');
  const known = keySpecs[spec];
  if (!known) throw faultIn(resource, 'KeySpec', `the small AWS has no keys of the spec ${spec}`);
  const usage = String(properties.KeyUsage ?? 'ENCRYPT_DECRYPT');
  // CloudFormation refuses the pair at deployment.
  if (usage !== known.usage) throw faultIn(resource, 'KeyUsage', `${usage} does not fit KeySpec ${spec}`);
  return {
    id: resource.ref,
    arn: resource.arn,
    spec,
    usage,
    enabled: String(properties.Enabled ?? true) === 'true',
    multiRegion: String(properties.MultiRegion ?? false) === 'true',
    description: String(properties.Description ?? ''),
    aliases: [],
    algorithms: known.algorithms,
    // Made at once, not at the first call: the data directory is to know from its start which keys it has.
    material: loadMaterial(join(dir, `${encodeURIComponent(resource.ref)}.json`), spec),
  };
}

function loadMaterial(file: string, spec: string): Material {
  if (!existsSync(file)) writeWhole(file, `${JSON.stringify(newMaterial(spec), null, 2)}\n`);
  const material = JSON.parse(readFileSync(file, 'utf8')) as Material;
  if (material.spec !== spec) throw new Error(`${file} holds a key of the spec ${material.spec}; the template wants ${spec}`);
  return material;
}

function newMaterial(spec: string): Material {
  return { spec, createdAt: Date.now(), secret: keySpecs[spec]?.make() ?? '' };
}

function pem(pair: ReturnType<typeof generateKeyPairSync>): string {
  return String((pair as unknown as { privateKey: { export(as: object): string } }).privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

/** Refuses an operation that the key was not made for, or an algorithm it does not have. */
export function requireUse(key: KmsKey, usage: string, algorithm: string): void {
  if (key.usage !== usage) {
    throw new AwsError('InvalidKeyUsageException', `${key.arn} key usage is ${key.usage} which is not valid for this operation.`);
  }
  if (!Object.values(key.algorithms).flat().includes(algorithm)) {
    throw new AwsError('InvalidKeyUsageException', `Algorithm ${algorithm} is incompatible with key spec ${key.spec}.`);
  }
}
