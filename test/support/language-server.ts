import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import {
  CompletionRequest,
  ConfigurationRequest,
  createMessageConnection,
  DidChangeConfigurationNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type CompletionItem,
  type Diagnostic,
  type MarkupContent,
  type MessageConnection,
  type Position,
} from 'vscode-languageserver-protocol/node.js';

/** The project's settings for editors, with the catalogue of schemas on the network switched off. */
function projectSettings(): { readonly yaml: Readonly<Record<string, unknown>> } {
  const flat = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as Record<string, unknown>;
  const own = Object.entries(flat).map(([key, value]) => [key.replace(/^yaml\./, ''), value] as const);
  return { yaml: { schemaStore: { enable: false }, ...Object.fromEntries(own) } };
}

/** yaml-language-server, spoken to over stdio as an editor does. */
export class LanguageServer {
  readonly #child: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #waiting = new Map<string, (found: Diagnostic[]) => void>();

  private constructor() {
    const main = resolve('node_modules/yaml-language-server/bin/yaml-language-server');
    this.#child = spawn(process.execPath, [main, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#connection = createMessageConnection(
      new StreamMessageReader(this.#child.stdout!),
      new StreamMessageWriter(this.#child.stdin!),
    );
    const settings: Record<string, unknown> = projectSettings();
    this.#connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section }) => settings[section ?? ''] ?? {}),
    );
    this.#connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.#waiting.get(uri)?.(diagnostics);
    });
    this.#connection.listen();
  }

  static async start(): Promise<LanguageServer> {
    const server = new LanguageServer();
    await server.#connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: pathToFileURL(resolve('.')).href,
      capabilities: {
        workspace: { configuration: true },
        textDocument: {
          completion: { completionItem: { documentationFormat: ['markdown'] } },
          hover: { contentFormat: ['markdown'] },
        },
      },
    });
    await server.#connection.sendNotification(InitializedNotification.type, {});
    await server.#connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: projectSettings(),
    });
    return server;
  }

  /** Open a file of the project (it need not be there) with this text; gives what is wrong with it. */
  async open(path: string, text: string): Promise<Diagnostic[]> {
    const uri = uriOf(path);
    const diagnostics = new Promise<Diagnostic[]>((found) => this.#waiting.set(uri, found));
    await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
    return diagnostics;
  }

  /** What is offered at a position of an open file. */
  async completions(path: string, position: Position): Promise<CompletionItem[]> {
    const answer = await this.#connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: uriOf(path) },
      position,
    });
    return Array.isArray(answer) ? answer : (answer?.items ?? []);
  }

  /** The text that is shown over a position of an open file. */
  async hover(path: string, position: Position): Promise<string> {
    const answer = await this.#connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: uriOf(path) },
      position,
    });
    return (answer?.contents as MarkupContent | undefined)?.value ?? '';
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.#child.once('close', done));
    await this.#connection.sendRequest(ShutdownRequest.type);
    await this.#connection.sendNotification(ExitNotification.type);
    await ended;
    this.#connection.dispose();
  }
}

function uriOf(path: string): string {
  return pathToFileURL(resolve(path)).href;
}

/** A text with `‸` where the cursor is: the text without it, and the position. */
export function withCursor(marked: string): { readonly text: string; readonly position: Position } {
  const before = marked.slice(0, marked.indexOf('‸')).split('\n');
  return {
    text: marked.replace('‸', ''),
    position: { line: before.length - 1, character: before.at(-1)!.length },
  };
}
