import type { Course } from "./moment";
import type { Pace } from "./pace";

/** Advances one build from moment to moment, at the current pace. */
export class Drive {
  /** Whether the build waits for an answer. */
  waits = false;
  private ended = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  /** Steps run one after another, even if several callers request them. */
  private queue: Promise<void> = Promise.resolve();

  /** @param onMoment called at each moment; `ended` is true at the last one */
  constructor(
    private readonly course: Course,
    private readonly pace: () => Pace,
    private readonly onMoment: (ended: boolean) => Promise<void>,
  ) {}

  async start(): Promise<void> {
    await this.goOn();
  }

  /** Continues after an answer to a waiting step. */
  async resume(): Promise<void> {
    this.waits = false;
    await this.goOn();
  }

  /** Continues after a change of the pace. */
  async wake(): Promise<void> {
    clearTimeout(this.timer);
    await this.goOn();
  }

  /** Advances by one moment, whatever the pace. */
  async step(): Promise<void> {
    this.queue = this.queue.then(() => this.next());
    await this.queue;
  }

  /** Ends the course at its current moment and releases its resources. */
  async end(): Promise<void> {
    clearTimeout(this.timer);
    this.ended = true;
    await this.queue;
    await this.course.return();
    await this.onMoment(true);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async goOn(): Promise<void> {
    const pace = this.pace();
    if (this.idles() || pace === "by-hand") return;
    if (pace === "at-once") {
      while (!this.idles()) await this.step();
      return;
    }
    this.timer = setTimeout(() => {
      void this.step().then(() => this.goOn());
    }, pace);
    // A build does not keep the process alive.
    this.timer.unref();
  }

  private async next(): Promise<void> {
    if (this.isOver()) return;
    try {
      const { done = false, value } = await this.course.next();
      this.waits = value === "waiting";
      this.ended ||= done;
      await this.onMoment(this.ended);
    } catch {
      // The image has the reason of a failure. Later errors occur because the sandbox is being stopped.
      this.ended = true;
    }
  }

  private idles(): boolean {
    return this.isOver() || this.waits;
  }

  private isOver(): boolean {
    return this.ended || this.stopped;
  }
}
