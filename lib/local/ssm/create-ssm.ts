/** SSM Parameter Store: parameters in one file, secure ones encrypted with a local key. */
import { AwsError, type Clock, type OperationService, type Resource } from '../contract.ts';
import { isOwnKey } from '../iam/implied-calls.ts';
import { unknownOperation } from '../unknown-operation.ts';
import { isUnder, parameterArn, ssmPermissions } from './permissions.ts';
import { openParameterFile, type Parameter, type ParameterFile } from './parameter-file.ts';

export interface SsmOptions {
  dir: string;
  /** `AWS::SSM::Parameter` resources: written at start, and again when the template's value changes. */
  parameters: readonly Resource[];
  clock: Clock;
  region: string;
}

export interface SsmService extends OperationService {
  /** Stores a SecureString as the operator would by hand, over what was there. */
  put(name: string, value: string): void;
}

type Input = Record<string, unknown>;
type Operation = (on: Store, input: Input) => Record<string, unknown>;

interface Store {
  file: ParameterFile;
  clock: Clock;
  arnOf(name: string): string;
}

const operations: Record<string, Operation> = {
  GetParameter: (store, input) => ({ Parameter: shown(store, existing(store, textOf(input, 'Name')), input) }),
  GetParameters: getParameters,
  GetParametersByPath: getParametersByPath,
  PutParameter: putParameter,
  DeleteParameter(store, input) {
    const { name } = existing(store, textOf(input, 'Name'));
    store.file.delete(name);
    return {};
  },
};

/** Opens the store and brings the template's parameters into it. */
export function createSsm(options: SsmOptions): SsmService {
  const store: Store = {
    file: openParameterFile(options.dir),
    clock: options.clock,
    arnOf: (name) => parameterArn(name, options.region),
  };
  for (const parameter of options.parameters) deploy(store, parameter);
  return {
    style: 'operation',
    name: 'ssm',
    protocol: 'json1.1',
    operations: new Set(Object.keys(operations)),
    permissions: (call) => ssmPermissions(call, { read: (name) => store.file.read(name), names: () => store.file.names(), ...options }),
    async run({ operation, input }) {
      const run = operations[operation];
      if (!run) throw unknownOperation('ssm', operation);
      return run(store, input);
    },
    put: (name, value) => void write(store, { name, type: 'SecureString', value }),
  };
}

/** CloudFormation touches a parameter only when its template changed; a value put by hand stays. */
function deploy(store: Store, { properties, ref }: Resource): void {
  const deployed = String(properties.Value);
  const before = store.file.read(ref);
  if (before?.deployed === deployed) return;
  write(store, { name: ref, type: String(properties.Type), value: deployed, deployed });
}

function write(store: Store, parameter: Pick<Parameter, 'name' | 'type' | 'value' | 'deployed' | 'kmsKey'>): Parameter {
  const before = store.file.read(parameter.name);
  const written = { ...before, ...parameter, version: (before?.version ?? 0) + 1, modifiedAt: store.clock.now() };
  store.file.write(written);
  return written;
}

function getParameters(store: Store, input: Input): Record<string, unknown> {
  const names = Array.isArray(input.Names) ? input.Names.map(String) : [];
  if (names.length < 1 || names.length > 10) throw new AwsError('ValidationException', 'Names must have between 1 and 10 members');
  const found = names.map((name) => find(store, name));
  return {
    Parameters: found.flatMap((parameter) => (parameter ? [shown(store, parameter, input)] : [])),
    InvalidParameters: names.filter((_, position) => !found[position]),
  };
}

function getParametersByPath(store: Store, input: Input): Record<string, unknown> {
  if (input.ParameterFilters !== undefined) throw unknownOperation('ssm', 'GetParametersByPath with ParameterFilters');
  textOf(input, 'Path');
  const most = Number(input.MaxResults ?? 10);
  const after = String(input.NextToken ?? '');
  const rest = store.file.names().filter((name) => isUnder(name, input) && name > after);
  const page = rest.slice(0, most);
  const Parameters = page.flatMap((name) => store.file.read(name) ?? []).map((parameter) => shown(store, parameter, input));
  return rest.length > most ? { Parameters, NextToken: page.at(-1) } : { Parameters };
}

const types = ['String', 'StringList', 'SecureString'];
/** Members that only describe, or that choose a tier this front has no use for. */
const descriptive = new Set(['Name', 'Value', 'Type', 'Overwrite', 'Description', 'DataType', 'Tier', 'KeyId', 'Tags']);

function putParameter(store: Store, input: Input): Record<string, unknown> {
  for (const member of Object.keys(input)) if (!descriptive.has(member)) throw unknownOperation('ssm', `PutParameter with ${member}`);
  const name = textOf(input, 'Name');
  const value = textOf(input, 'Value');
  if (!/^[a-zA-Z0-9_.\-/]{1,1011}$/.test(name))
    throw new AwsError('ValidationException', 'Parameter name: can use only letters, digits and _.-/');
  const before = store.file.read(name);
  if (before && input.Overwrite !== true) {
    throw new AwsError(
      'ParameterAlreadyExists',
      'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
    );
  }
  const type = String(input.Type ?? before?.type ?? '');
  if (!types.includes(type)) throw new AwsError('ValidationException', 'A parameter type is required when you create a parameter.');
  if (value === '' || Buffer.byteLength(value) > (input.Tier === 'Advanced' ? 8192 : 4096)) {
    throw new AwsError('ValidationException', 'The value must have between 1 and 4096 bytes (8192 in the advanced tier)');
  }
  const kmsKey = type === 'SecureString' && isOwnKey(input.KeyId) ? input.KeyId : undefined;
  return { Version: write(store, { name, type, value, kmsKey }).version, Tier: String(input.Tier ?? 'Standard') };
}

/** Takes a name, an ARN, and either with `:version`. */
function find(store: Store, selector: string): Parameter | undefined {
  const bare = selector.replace(/^arn:aws:ssm:[^:]*:[^:]*:parameter/, '');
  const [name = '', version] = bare.split(':');
  const parameter = store.file.read(name) ?? (selector === bare ? undefined : store.file.read(name.slice(1)));
  if (parameter && version !== undefined && version !== String(parameter.version)) {
    throw new AwsError('ParameterVersionNotFound', `Systems Manager could not find version ${version} of ${name}.`);
  }
  return parameter;
}

function existing(store: Store, selector: string): Parameter {
  const parameter = find(store, selector);
  if (!parameter) throw new AwsError('ParameterNotFound', '');
  return parameter;
}

function shown(store: Store, parameter: Parameter, input: Input): Record<string, unknown> {
  const hidden = parameter.type === 'SecureString' && input.WithDecryption !== true;
  return {
    Name: parameter.name,
    Type: parameter.type,
    Value: hidden ? store.file.sealed(parameter) : parameter.value,
    Version: parameter.version,
    LastModifiedDate: parameter.modifiedAt / 1000,
    ARN: store.arnOf(parameter.name),
    DataType: 'text',
  };
}

function textOf(input: Input, member: string): string {
  const value = input[member];
  if (typeof value !== 'string' || value === '') throw new AwsError('ValidationException', `${member} must not be null or empty`);
  return value;
}
