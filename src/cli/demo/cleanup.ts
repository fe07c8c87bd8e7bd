type Task = () => Promise<void> | void;

export interface Cleanup {
  /** Remembers how to undo what was just done. */
  add(task: Task): void;
  /**
   * Undoes everything, the latest first, and each exactly once however often it is called. A failing task does not keep the others from
   * running.
   *
   * @throws AggregateError of all failures
   */
  run(): Promise<void>;
}

export function cleanupStack(): Cleanup {
  const tasks: Task[] = [];
  let running: Promise<void> | undefined;
  return {
    add(task) {
      tasks.push(task);
    },
    async run() {
      running ??= undoAll(tasks);
      return running;
    },
  };
}

async function undoAll(tasks: Task[]): Promise<void> {
  const failures: unknown[] = [];
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    try {
      await task();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `could not clean up: ${failures.map(String).join("; ")}`);
}
