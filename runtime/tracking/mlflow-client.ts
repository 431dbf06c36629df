/** What is asked of an MLflow server: its REST API, version 2.0 (https://mlflow.org/docs/latest/rest-api.html). */
export class MlflowClient {
  private readonly headers: Record<string, string>;

  /** @param environment MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and _PASSWORD, as MLflow's own client reads them */
  constructor(
    readonly url: string,
    environment: NodeJS.ProcessEnv = process.env,
    private readonly patienceMs = 10_000,
  ) {
    const {
      MLFLOW_TRACKING_TOKEN: token,
      MLFLOW_TRACKING_USERNAME: user,
      MLFLOW_TRACKING_PASSWORD: password,
    } = environment;
    const basic =
      user === undefined ? undefined : Buffer.from(`${user}:${password ?? ''}`).toString('base64');
    this.headers = {
      'content-type': 'application/json',
      ...(token !== undefined
        ? { authorization: `Bearer ${token}` }
        : basic !== undefined
          ? { authorization: `Basic ${basic}` }
          : {}),
    };
  }

  async get(path: string, query: Readonly<Record<string, string>>): Promise<unknown> {
    return this.ask('GET', `${path}?${new URLSearchParams(query).toString()}`);
  }

  async post(path: string, body: unknown): Promise<unknown> {
    return this.ask('POST', path, JSON.stringify(body));
  }

  private async ask(method: string, path: string, body?: string): Promise<unknown> {
    const address = `${this.url.replace(/\/$/, '')}/api/2.0/mlflow/${path}`;
    const signal = AbortSignal.timeout(this.patienceMs);
    const request = { method, headers: this.headers, signal, ...(body === undefined ? {} : { body }) };
    const answer = await fetch(address, request).catch((error: unknown) => {
      throw new MlflowError(`${this.url} does not answer: ${causeOf(error)}`, '');
    });
    const text = await answer.text();
    const value = parsed(text);
    if (answer.ok) return value;
    const { error_code: code = '', message = text.slice(0, 200) } = (value ?? {}) as {
      error_code?: string;
      message?: string;
    };
    throw new MlflowError(`${this.url} answers ${answer.status} to ${path.split('?')[0]}: ${message}`, code);
  }
}

export class MlflowError extends Error {
  override readonly name = 'MlflowError';
  constructor(
    message: string,
    /** MLflow's own: `RESOURCE_DOES_NOT_EXIST`. */
    readonly code: string,
  ) {
    super(message);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function causeOf(error: unknown): string {
  const { cause, message } = error as Error;
  return cause instanceof Error && cause.message !== '' ? cause.message : message;
}
