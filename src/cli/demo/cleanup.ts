type Task = () => Promise<void> | void;

/** Tasks that undo what was done. */
export interface Cleanup {
  /** Registers a task that undoes what was just done. */
  add(task: Task): void;
  /**
   * Runs all tasks, the latest first. Each task runs once, even if this is called again. A failed task does not stop the others.
   *
   * @throws AggregateError of all failures
   */
  run(): Promise<void>;
}

/** Creates an empty list of tasks. */
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
