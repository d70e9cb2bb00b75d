/** What each role of the template may do, flat enough to be read and searched. */
import { FUNCTIONS, type FunctionName } from '../../lib/infra/functions.ts';
import { ofType, type Synthesized, written } from './synthesized.ts';

/** One action on one resource. */
export interface Permitted {
  action: string;
  resource: string;
  /** Conditions, as `key=value`. */
  when: string[];
}

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: Record<string, Record<string, unknown>>;
}

interface Document {
  Statement: Statement[];
}

const asList = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

function conditionsOf({ Condition = {} }: Statement): string[] {
  return Object.values(Condition).flatMap((keys) => Object.entries(keys).map(([key, value]) => `${key}=${written(value)}`));
}

function permitted({ Statement }: Document): Permitted[] {
  return Statement.flatMap((statement) => {
    if (statement.Effect !== 'Allow') throw new TypeError('A role is expected to allow only');
    const when = conditionsOf(statement);
    return asList(statement.Action).flatMap((action) =>
      asList(statement.Resource).map((resource) => ({ action, resource: written(resource), when })),
    );
  });
}

/** Documents of a role: its own, and the policies that name it. */
function documentsOf(stack: Synthesized, roleId: string): Document[] {
  const own = (stack.resources[roleId]!.Properties['Policies'] ?? []) as { PolicyDocument: Document }[];
  const attached = ofType(stack, 'AWS::IAM::Policy').filter(({ Properties }) =>
    (Properties['Roles'] as { Ref: string }[]).some(({ Ref }) => Ref === roleId),
  );
  return [
    ...own.map(({ PolicyDocument }) => PolicyDocument),
    ...attached.map(({ Properties }) => Properties['PolicyDocument'] as Document),
  ];
}

/** The resources on whose behalf a service is let in by the policy of a resource. */
export function sourcesOf({ Properties }: { Properties: Record<string, unknown> }, service: string): string[] {
  const { Statement } = Properties['PolicyDocument'] as { Statement: (Statement & { Principal: { Service?: string } })[] };
  const allowed = Statement.filter(({ Effect, Principal }) => Effect === 'Allow' && Principal.Service === service);
  return allowed.map(({ Condition = {} }) => {
    const sources = Object.values(Condition).flatMap((keys) => ('aws:SourceArn' in keys ? [written(keys['aws:SourceArn'])] : []));
    return sources.join();
  });
}

/** What a role may do, by its construct name, e.g. `MachineRole`. */
export function permissionsOfRole(stack: Synthesized, roleName: string): Permitted[] {
  const role = ofType(stack, 'AWS::IAM::Role').find(({ name }) => name === roleName);
  if (role === undefined) throw new TypeError(`The template has no role ${roleName}`);
  return documentsOf(stack, role.id).flatMap(permitted);
}

/** What a function may do. */
export function permissionsOf(stack: Synthesized, name: FunctionName): Permitted[] {
  return permissionsOfRole(stack, `${name.replaceAll('-', '')}role`);
}

/** Functions that may do something. */
export function whoMay(stack: Synthesized, asked: (permission: Permitted) => boolean): FunctionName[] {
  return (Object.keys(FUNCTIONS) as FunctionName[]).filter((name) => permissionsOf(stack, name).some(asked)).toSorted();
}

/** The table people read: one line per action and resource. */
export function permissionTable(stack: Synthesized): string {
  const lines = (Object.keys(FUNCTIONS) as FunctionName[]).toSorted().flatMap((name) => {
    const rows = permissionsOf(stack, name).map(
      ({ action, resource, when }) =>
        `  ${action.padEnd(28)} ${resource}${when.map((condition) => `\n${' '.repeat(33)}if ${condition}`).join('')}`,
    );
    return [name, ...rows.toSorted(), ''];
  });
  return lines.join('\n');
}
