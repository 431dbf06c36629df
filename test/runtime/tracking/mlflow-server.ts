import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Run {
  readonly experiment_id: string;
  readonly run_name: string;
  readonly tags: readonly { key: string; value: string }[];
  status: string;
  end_time: number | undefined;
  readonly params: Map<string, string>;
  readonly metrics: { key: string; value: number; step: number }[];
}

/**
 * Speaks as much of MLflow's REST API as is asked of it, with the answers, errors and limits that a real server of
 * version 3 gives.
 */
export class MlflowStandIn {
  readonly experiments = new Map<string, string>();
  readonly runs = new Map<string, Run>();
  /** While it is set, every request gets this status. */
  trouble: number | null = null;
  requests = 0;
  authorization: string | undefined;
  private server: Server | undefined;

  async start(): Promise<string> {
    this.server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        this.requests += 1;
        this.authorization = request.headers.authorization;
        const [status, value] = this.answer(request.method!, request.url!, body);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
      });
    });
    await new Promise<void>((resolve) => this.server!.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private answer(method: string, url: string, body: string): [number, unknown] {
    if (this.trouble !== null)
      return [this.trouble, { error_code: 'INTERNAL_ERROR', message: 'out of order' }];
    const { pathname, searchParams } = new URL(url, 'http://x');
    const asked = (body === '' ? {} : JSON.parse(body)) as Record<string, never>;
    switch (`${method} ${pathname.replace('/api/2.0/mlflow/', '')}`) {
      case 'GET experiments/get-by-name': {
        const name = searchParams.get('experiment_name')!;
        const id = this.experiments.get(name);
        if (id === undefined)
          return [
            404,
            {
              error_code: 'RESOURCE_DOES_NOT_EXIST',
              message: `Could not find experiment with name '${name}'`,
            },
          ];
        return [200, { experiment: { experiment_id: id, name, lifecycle_stage: 'active' } }];
      }
      case 'POST experiments/create': {
        const id = String(this.experiments.size + 1);
        this.experiments.set(asked['name']!, id);
        return [200, { experiment_id: id }];
      }
      case 'POST runs/create': {
        const run_id = `run${this.runs.size}`;
        const { experiment_id, run_name, tags } = asked as never as Run;
        const run = {
          experiment_id,
          run_name,
          tags,
          status: 'RUNNING',
          end_time: undefined,
          params: new Map(),
          metrics: [],
        };
        this.runs.set(run_id, run);
        return [200, { run: { info: { run_id, run_uuid: run_id, status: 'RUNNING' }, data: {} } }];
      }
      case 'POST runs/log-batch':
        return this.logBatch(asked);
      case 'POST runs/update': {
        const { run_id, status, end_time } = asked as unknown as {
          run_id: string;
          status: string;
          end_time?: number;
        };
        Object.assign(this.runs.get(run_id)!, { status, end_time });
        return [200, { run_info: { run_id, status } }];
      }
      default:
        return [404, { error_code: 'ENDPOINT_NOT_FOUND', message: pathname }];
    }
  }

  private logBatch(asked: Record<string, unknown>): [number, unknown] {
    const {
      run_id,
      metrics = [],
      params = [],
    } = asked as {
      run_id: string;
      metrics?: Run['metrics'];
      params?: { key: string; value: string }[];
    };
    const run = this.runs.get(run_id);
    if (run === undefined)
      return [404, { error_code: 'RESOURCE_DOES_NOT_EXIST', message: `Run with id=${run_id} not found` }];
    if (metrics.length > 1000 || params.length > 100)
      return [
        400,
        { error_code: 'INVALID_PARAMETER_VALUE', message: 'A batch logging request can contain at most …' },
      ];
    for (const { key, value } of params) {
      if (value.length > 6000 || value === '')
        return [400, { error_code: 'INVALID_PARAMETER_VALUE', message: `Param value ${key}` }];
      run.params.set(key, value);
    }
    run.metrics.push(...metrics);
    return [200, {}];
  }
}
