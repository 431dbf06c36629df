import { existsSync } from 'node:fs';
import process from 'node:process';
import { execa } from 'execa';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';

/** Where Debian and others put it; EXPC_CHROMIUM names another. */
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Path of a Chromium; where there is none and apt-get may be used, it is installed. Null, with a word why, where there
 * is none to be had: tests that need it are skipped then.
 */
export async function chromiumPath(): Promise<string | null> {
  const found = [process.env.EXPC_CHROMIUM ?? '', ...places].find((path) => path !== '' && existsSync(path));
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const options = { reject: false, timeout: 240_000, env } as const;
    await execa('apt-get', ['update', '-qq'], options);
    await execa('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
    const installed = places.find((path) => existsSync(path));
    if (installed !== undefined) return installed;
  }
  console.warn('skipped: no Chromium here (apt-get install chromium, or name one in EXPC_CHROMIUM)');
  return null;
}

export interface OpenPage {
  readonly page: Page;
  /** What the page complained of: errors on its console, and those nobody caught. */
  readonly complaints: string[];
  /** What it asked for beside itself. */
  readonly requests: string[];
}

export interface Opening {
  readonly width?: number;
  readonly dark?: boolean;
}

/** One browser for a file of tests. */
export function useBrowser(path: string | null): (url: string, opening?: Opening) => Promise<OpenPage> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (path !== null) browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
  });
  afterAll(async () => browser?.close());
  return async (url, { width = 1200, dark = false } = {}) => {
    const context = await browser!.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(url);
    return { page, complaints, requests };
  };
}

/** Waits until every picture of a page is drawn. */
export async function allDrawn(page: Page): Promise<void> {
  await expect.poll(() => page.locator('[data-plot]:not([data-drawn])').count(), { timeout: 20_000 }).toBe(0);
}
