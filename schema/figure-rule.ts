import { bestCheckpoint, parseCheckpointRule, type ParsedRule } from './checkpoint-rule.js';

/**
 * Read the rule of a figure: that of a checkpoint, whose second part may be missing: `asr <= 5%` is
 * `asr <= 5%, highest accuracy.top1`.
 */
export function parseFigureRule(text: string, order: string = bestCheckpoint): ParsedRule {
  const isWhole = text.includes(',') || /^\s*((highest|lowest)(\s|$)|(first|last)\s*$)/.test(text);
  return parseCheckpointRule(isWhole ? text : `${text}, ${order}`);
}
