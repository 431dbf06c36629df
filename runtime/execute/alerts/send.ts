import { execa } from 'execa';
import type { Alert } from './alert.js';
import type { AlertSettings } from './settings.js';

/** Longest time that a message may take to be sent; a run that ends waits for it. */
const patienceMs = 20_000;

/** Sends a message wherever it shall go; what went wrong, a line each. Never rejects. */
export async function sendAlert(
  alert: Alert,
  { command, webhook }: Pick<AlertSettings, 'command' | 'webhook'>,
): Promise<string[]> {
  const problems = await Promise.all([
    command === undefined ? null : runCommand(command, alert),
    webhook === undefined ? null : post(webhook, alert),
  ]);
  return problems.filter((problem) => problem !== null);
}

async function runCommand(command: string, alert: Alert): Promise<string | null> {
  const { failed, timedOut, shortMessage, stderr } = await execa(command, {
    shell: true,
    input: `${JSON.stringify(alert)}\n`,
    env: { EXPC_ALERT: alert.text, EXPC_ALERT_EVENT: alert.event },
    stdout: 'ignore',
    timeout: patienceMs,
    reject: false,
  });
  if (!failed) return null;
  // A command that does not read its input closes it early, which is its own affair.
  const why = timedOut ? `took longer than ${patienceMs / 1000} s` : stderr.trim().split('\n').at(-1);
  return `the command of an alert failed: ${why === undefined || why === '' ? shortMessage : why}`;
}

/** Only the host of an address is told: the rest may be a secret. */
async function post(webhook: string, alert: Alert): Promise<string | null> {
  const host = URL.canParse(webhook) ? new URL(webhook).host : 'the webhook';
  try {
    const response = await fetch(webhook, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...alert, content: alert.text }),
      signal: AbortSignal.timeout(patienceMs),
    });
    return response.ok ? null : `an alert was refused by ${host}: ${response.status} ${response.statusText}`;
  } catch (error) {
    const { cause, message } = error as Error;
    const why = cause instanceof Error ? cause.message : message;
    return `an alert did not reach ${host}: ${why === '' ? 'no answer' : why}`;
  }
}
