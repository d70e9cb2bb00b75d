/** What MiniStack cannot do that AWS does: changes of the deployed template, each with its reason. The first deployment is without them. */

interface Statement {
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}

export interface Template {
  Resources: Record<
    string,
    {
      Type: string;
      Properties?: { PolicyDocument?: { Statement: Statement[] }; DefinitionString?: { 'Fn::Join': [string, unknown[]] } };
    }
  >;
}

/** Changes the template; how many places it changed. */
export type Change = (template: Template) => number;

export interface Workaround {
  what: string;
  reason: string;
  apply: Change;
}

const allows = ({ Action }: Statement, action: string): boolean => [Action].flat().includes(action);

/** Changes statements of the functions' roles; `role` is the beginning of a logical id. */
function statements({ which, change, role = '' }: { which(one: Statement): boolean; change(one: Statement): void; role?: string }): Change {
  return ({ Resources }) => {
    const concerned = Object.entries(Resources)
      .filter(([id, { Type }]) => Type === 'AWS::IAM::Policy' && id.startsWith(role))
      .flatMap(([, { Properties }]) => Properties!.PolicyDocument!.Statement)
      .filter(which);
    concerned.forEach(change);
    return concerned.length;
  };
}

/** Lets an action be done on anything. */
const onAnything = (action: string): Change =>
  statements({
    which: (one) => allows(one, action),
    change(one) {
      one.Resource = '*';
      delete one.Condition;
    },
  });

/** Replaces a text in the definition of the machine. */
function definition(text: RegExp, by: string): Change {
  return ({ Resources }) => {
    const parts = Object.values(Resources).flatMap(({ Properties }) => Properties?.DefinitionString ?? [])[0]!['Fn::Join'][1];
    let places = 0;
    parts.forEach((part, at) => {
      if (typeof part !== 'string') return;
      places += part.match(text)?.length ?? 0;
      parts[at] = part.replaceAll(text, by);
    });
    return places;
  };
}

export const WORKAROUNDS: readonly Workaround[] = [
  {
    what: 'A case key is used with any encryption context',
    reason: 'Its IAM has no `kms:EncryptionContext` keys, so it denies what depends on them',
    apply: statements({
      which: ({ Condition }) => JSON.stringify(Condition ?? '').includes('kms:EncryptionContext:requestId'),
      change: (one) => void delete one.Condition,
    }),
  },
  {
    what: 'Mail is sent in any name',
    reason: 'Its IAM knows neither the identity nor the `ses:FromAddress` of a raw message, so it denies it',
    apply: onAnything('ses:SendRawEmail'),
  },
  {
    what: 'A task token of any machine is answered',
    reason: 'Its IAM does not know which machine a token belongs to, so it denies the call',
    apply: onAnything('states:SendTaskSuccess'),
  },
  {
    what: 'States with a computed timeout have a fixed one',
    reason: 'Its engine does not evaluate `TimeoutSeconds`: the execution fails with `States.Runtime`',
    apply: definition(/"TimeoutSeconds":"\{% \$\w+ %\}"/g, '"TimeoutSeconds":3600'),
  },
];

/** No workaround: takes a grant away from a function. */
export const withoutGrant = (fn: string, action: string): Change =>
  statements({
    role: `${fn}role`,
    which: (one) => allows(one, action),
    change(one) {
      one.Action = [one.Action].flat().filter((other) => other !== action);
    },
  });
