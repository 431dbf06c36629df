import type { DefaultRenderer, ListrTask, ListrTaskWrapper, SimpleRenderer } from 'listr2';

type Wrapper = ListrTaskWrapper<unknown, typeof DefaultRenderer, typeof SimpleRenderer>;

/** A line of the live view whose course is told from outside, and which can be hidden. */
export class Row {
  private wrapper: Wrapper | null = null;
  private settle: { resolve: () => void; reject: (error: Error) => void } | null = null;
  private readonly course = new Promise<void>((resolve, reject) => {
    this.settle = { resolve, reject };
  });

  private title = '';
  private visible = false;

  constructor() {
    this.course.catch(() => {}); // The list looks at it only once it runs.
  }

  get isVisible(): boolean {
    return this.visible;
  }

  /** For the list. */
  task(options: Pick<ListrTask, 'rendererOptions'> = {}): ListrTask<unknown, typeof DefaultRenderer> {
    return {
      title: '', // Nothing is drawn of it until it is shown.
      ...options,
      task: (_, wrapper) => {
        this.wrapper = wrapper;
        this.refresh();
        return this.course;
      },
    };
  }

  show(title: string): void {
    this.title = title;
    this.visible = true;
    this.refresh();
  }

  hide(): void {
    this.visible = false;
    this.refresh();
  }

  /** A line below the row. */
  print(line: string): void {
    if (this.wrapper !== null) this.wrapper.output = line;
  }

  done(title: string): void {
    this.show(title);
    this.settle?.resolve();
  }

  skipped(title: string): void {
    this.show(title);
    this.wrapper?.skip(title);
    this.settle?.resolve();
  }

  failed(title: string, message: string): void {
    this.show(title);
    this.settle?.reject(new Error(message));
  }

  /** Ends a row that stands for nothing any more, as it is. */
  close(): void {
    this.settle?.resolve();
  }

  private refresh(): void {
    if (this.wrapper === null) return;
    // Typed as private, but what the renderer looks at, and the only way to hide a row that has ended.
    (this.wrapper.task as unknown as { enabled: boolean }).enabled = this.visible;
    if (this.visible) this.wrapper.title = this.title;
  }
}
