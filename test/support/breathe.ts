import { setImmediate } from 'node:timers/promises';
import { beforeEach } from 'vitest';

// A file of many tests that never wait keeps its process from hearing the answers of the one that counts results, which
// after a minute takes it for lost.
beforeEach(() => setImmediate());
