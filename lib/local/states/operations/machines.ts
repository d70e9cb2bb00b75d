/** The state machines that can be started: those of the template. */
import { AwsError } from '../../contract.ts';
import type { Machine } from '../definition.ts';
import type { Input } from './request.ts';
import { seconds, text } from './request.ts';

export class Machines {
  private readonly byArn: Map<string, Machine>;
  private readonly createdAt: number;

  constructor(machines: Machine[], createdAt: number) {
    this.byArn = new Map(machines.map((machine) => [machine.arn, machine]));
    this.createdAt = createdAt;
  }

  /** A machine by its ARN. */
  get(arn: string): Machine {
    const machine = this.byArn.get(arn);
    if (machine) return machine;
    if (!/^arn:[\w-]+:states:[\w-]*:\d{12}:stateMachine:\S+$/.test(arn)) throw new AwsError('InvalidArn', `Invalid Arn: '${arn}'`);
    throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  }

  /** DescribeStateMachine. */
  describe(input: Input): Record<string, unknown> {
    const { arn, name, definition, roleArn } = this.get(text(input, 'stateMachineArn'));
    const creationDate = seconds(this.createdAt);
    return {
      stateMachineArn: arn,
      name,
      definition: JSON.stringify(definition),
      roleArn,
      type: 'STANDARD',
      status: 'ACTIVE',
      creationDate,
    };
  }

  /** ListStateMachines; a template has too few for a second page. */
  list(): Record<string, unknown> {
    const creationDate = seconds(this.createdAt);
    const stateMachines = [...this.byArn.values()].map(({ arn, name }) => ({ stateMachineArn: arn, name, type: 'STANDARD', creationDate }));
    return { stateMachines };
  }
}
