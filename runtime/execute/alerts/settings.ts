import type { Plan } from '../../../schema/plan.js';
import type { AlertEvent } from './alert.js';

/** Where messages go, and which. */
export interface AlertSettings {
  readonly command: string | undefined;
  readonly webhook: string | undefined;
  readonly on: ReadonlySet<AlertEvent>;
  readonly idleMinutes: number;
}

const all: readonly AlertEvent[] = ['ended', 'failed', 'idle-gpu'];

/** What a plan asks for, or the environment for every plan; null where nobody wants to be told. */
export function alertSettings(
  { execution }: Pick<Plan, 'execution'>,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): AlertSettings | null {
  const { EXPC_ALERT_COMMAND, EXPC_ALERT_WEBHOOK } = environment;
  const given = (text: string | undefined) => (text === undefined || text === '' ? undefined : text);
  const [command, webhook] = [given(EXPC_ALERT_COMMAND), given(EXPC_ALERT_WEBHOOK)];
  const { alerts } = execution;
  if (alerts === undefined && command === undefined && webhook === undefined) return null;
  return {
    command: command ?? alerts?.command,
    webhook: webhook ?? alerts?.webhook,
    on: new Set(alerts?.on ?? all),
    idleMinutes: alerts?.idle_minutes ?? 10,
  };
}
