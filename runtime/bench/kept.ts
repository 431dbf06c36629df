import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../data/cache.js';
import { isTemporary, readJson, writeJsonAtomic } from '../store/atomic.js';
import { codeOf } from '../store/files.js';
import { sha256 } from '../store/digest.js';
import { caseKey } from './case.js';
import { fingerprint, type Machine } from './machine.js';
import type { Measurement } from './measurement.js';

/** Where measurements of a machine (and those of its kind) are kept: in the cache, a file for each. */
export function measurementsFolder(machine: Machine): string {
  return join(cacheFolder(), 'bench', fingerprint(machine));
}

/** Keeps a measurement in the place of an earlier one of the same case and settings. */
export function keepMeasurement(machine: Machine, measurement: Measurement): void {
  const folder = measurementsFolder(machine);
  mkdirSync(folder, { recursive: true });
  writeJsonAtomic(join(folder, 'machine.json'), machine);
  const { settings, data } = measurement;
  const name = sha256(JSON.stringify([caseKey(measurement.case), settings, data])).slice(0, 16);
  writeJsonAtomic(join(folder, `case-${name}.json`), measurement);
}

/** The measurements of this machine and its kind, newest first. What cannot be read is passed over. */
export function keptMeasurements(machine: Machine): Measurement[] {
  const folder = measurementsFolder(machine);
  const names = filesIn(folder).filter((name) => name.startsWith('case-') && !isTemporary(name));
  return names.flatMap((name) => measurementIn(join(folder, name))).sort((a, b) => b.at.localeCompare(a.at));
}

function measurementIn(path: string): Measurement[] {
  try {
    const found = readJson(path) as Partial<Measurement> | null | undefined;
    return found?.version === 1 ? [found as Measurement] : [];
  } catch {
    return [];
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
