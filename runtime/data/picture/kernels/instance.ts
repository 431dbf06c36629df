import { kernels } from './module.js';

/** What resample.as and enhance.as export; pointers and lengths are in bytes. */
export interface Kernels {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  across(
    source: number,
    stride: number,
    rows: number,
    table: number,
    fours: number,
    columns: number,
    target: number,
  ): void;
  blend(poorer: number, picture: number, alpha: number, count: number, target: number): void;
  grey(picture: number, pixels: number, target: number): void;
  smooth(picture: number, stride: number, rows: number, target: number): void;
  down(source: number, stride: number, table: number, pairs: number, rows: number, target: number): void;
}

/** Node has it; the type definitions for Node do not. */
interface Compiler {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

let compiled: object | null = null;

/** An instance of the kernels with a memory of its own. */
export function instantiate(): Kernels {
  const { Module, Instance } = (globalThis as unknown as { readonly WebAssembly: Compiler }).WebAssembly;
  compiled ??= new Module(Buffer.from(kernels, 'base64'));
  return new Instance(compiled).exports as Kernels;
}
