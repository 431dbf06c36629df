import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file that pages carry; from the sources, that of the build. */
function asset(name: string): string {
  const beside = fileURLToPath(new URL(`./${name}`, import.meta.url));
  const built = fileURLToPath(new URL(`../../dist/report/page/${name}`, import.meta.url));
  return readFileSync(existsSync(beside) ? beside : built, 'utf8');
}

/** The page's script with all that it uses, made by scripts/build.mjs out of client/. */
export const clientScript = (): string => asset('client.js');

export const styleSheet = (): string => asset('style.css');
