/** CreateActivity, DescribeActivity, ListActivities, DeleteActivity. */
import { ACCOUNT, AwsError } from '../../contract.ts';
import type { Engine } from '../engine.ts';
import { parseResource } from '../resources.ts';
import type { ActivityRow } from '../rows.ts';
import type { Input } from './request.ts';
import { checkName, nextPage, pageSize, pageStart, seconds, text } from './request.ts';

/** The ARN that an activity has or would have. */
export function activityArn({ world }: Engine, name: string): string {
  return `arn:aws:states:${world.region}:${ACCOUNT}:activity:${name}`;
}

function arnOf(input: Input): string {
  const arn = text(input, 'activityArn');
  if (parseResource(arn)?.kind === 'activity') return arn;
  throw new AwsError('InvalidArn', `Invalid Arn: '${arn}'`);
}

/** The activity that a request names. */
export function findActivity(engine: Engine, input: Input): ActivityRow {
  const arn = arnOf(input);
  const activity = engine.rows.activity(arn);
  if (activity) return activity;
  throw new AwsError('ActivityDoesNotExist', `Activity Does Not Exist: '${arn}'`);
}

function summary({ arn, name, createdAt }: ActivityRow): Record<string, unknown> {
  return { activityArn: arn, name, creationDate: seconds(createdAt) };
}

/** CreateActivity; creating one again changes nothing. */
export function createActivity(engine: Engine, input: Input): Record<string, unknown> {
  const name = checkName(text(input, 'name'));
  const arn = activityArn(engine, name);
  engine.rows.putActivity({ arn, name, createdAt: engine.world.clock.now() });
  const { activityArn: created, creationDate } = describeActivity(engine, { activityArn: arn });
  return { activityArn: created, creationDate };
}

/** DescribeActivity. */
export function describeActivity(engine: Engine, input: Input): Record<string, unknown> {
  return summary(findActivity(engine, input));
}

/** ListActivities: the oldest first. */
export function listActivities({ rows }: Engine, input: Input): Record<string, unknown> {
  const most = pageSize(input);
  const activities = rows.activities({ after: pageStart(input, 0), most });
  return { activities: activities.map(summary), ...nextPage(activities, most) };
}

/** DeleteActivity; deleting one that does not exist changes nothing, as recorded. */
export function deleteActivity({ rows }: Engine, input: Input): Record<string, unknown> {
  rows.dropActivity(arnOf(input));
  return {};
}
