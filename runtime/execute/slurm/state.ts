/** What a job's state means to those who wait for it. */
export type Phase = 'pending' | 'running' | 'ended';

const pending = new Set([
  'PENDING',
  'REQUEUED',
  'REQUEUE_FED',
  'REQUEUE_HOLD',
  'RESV_DEL_HOLD',
  'SPECIAL_EXIT',
]);

const ended = new Set([
  'BOOT_FAIL',
  'CANCELLED',
  'COMPLETED',
  'DEADLINE',
  'FAILED',
  'LAUNCH_FAILED',
  'NODE_FAIL',
  'OUT_OF_MEMORY',
  'PREEMPTED',
  'RECONFIG_FAIL',
  'REVOKED',
  'TIMEOUT',
]);

/** A state that is not known, of a newer Slurm, is taken for one of a living job. */
export function phaseOf(state: string): Phase {
  const [word = ''] = state.split(/[ +]/);
  if (pending.has(word)) return 'pending';
  return ended.has(word) ? 'ended' : 'running';
}

/** Reasons with which a job would wait for ever, in words. */
const hopeless: Readonly<Record<string, string>> = {
  PartitionConfig: 'it asks for more than any node of its partition has',
  PartitionNodeLimit: 'it asks for more nodes than its partition gives',
  PartitionTimeLimit: 'it asks for more time than its partition gives',
  BadConstraints: 'no node has what it asks for',
  AssociationTimeLimit: 'its account may not ask for so much time',
  QOSTimeLimit: 'its quality of service does not give so much time',
  JobHeldAdmin: 'an administrator holds it',
  JobHeldUser: 'it is held (`scontrol release` lets it go)',
  InvalidAccount: 'its account is not valid',
  InvalidQOS: 'its quality of service is not valid',
  PartitionDown: 'its partition is down',
  PartitionInactive: 'its partition is inactive',
};

/**
 * Whether Slurm holds a job because its node could not start it: mostly the node's fault, and over by the next try. (After a
 * restart of the controller, for instance, nodes refuse jobs for a moment.)
 */
export function isHeldAfterLaunch(reason: string): boolean {
  return reason.startsWith('launch failed requeued held');
}

/** Why a waiting job will not start unless somebody does something; null while it just waits its turn. */
export function hopelessReason(reason: string): string | null {
  if (isHeldAfterLaunch(reason)) return 'its node could not start it, and Slurm holds it';
  return hopeless[reason] ?? null;
}

/** Slurm's word for a job that waits for one that has failed, or that it cancelled for that. */
export const neverSatisfied = 'DependencyNeverSatisfied';
