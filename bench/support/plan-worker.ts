/** Compiles a grid once in this process and prints what that took as JSON: node plan-worker.js <runs> */
import process from 'node:process';
import { axesOf, compileGrid } from './grid.js';

const axes = axesOf(Number(process.argv[2]));
const started = performance.now();
const before = process.cpuUsage();
const { plan, diagnostics } = compileGrid(axes);
const { user, system } = process.cpuUsage(before);
const wall = (performance.now() - started) / 1000;
if (plan === null) throw new Error(JSON.stringify(diagnostics[0]));
console.log(
  JSON.stringify({
    runs: plan.runs.length,
    stages: plan.stages.length,
    wall,
    processor: (user + system) / 1e6,
    peak_mb: process.resourceUsage().maxRSS / 1024,
  }),
);
