import type { Course } from "./moment";
import type { Pace } from "./pace";

/** Takes one build from moment to moment, at the pace that is set. */
export class Drive {
  /** Whether it goes on only after an answer. */
  waits = false;
  private ended = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  /** Steps are taken one after another, whoever asks for them. */
  private queue: Promise<void> = Promise.resolve();

  /** @param onMoment called at each, with whether it was the last */
  constructor(
    private readonly course: Course,
    private readonly pace: () => Pace,
    private readonly onMoment: (ended: boolean) => Promise<void>,
  ) {}

  async start(): Promise<void> {
    await this.goOn();
  }

  /** After an answer to what waits. */
  async resume(): Promise<void> {
    this.waits = false;
    await this.goOn();
  }

  /** After a change of pace. */
  async wake(): Promise<void> {
    clearTimeout(this.timer);
    await this.goOn();
  }

  /** Takes one step, whatever the pace. */
  async step(): Promise<void> {
    this.queue = this.queue.then(() => this.next());
    await this.queue;
  }

  /** Ends the course where it is: what it holds is released. */
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
    // A build keeps no process alive.
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
      // The image says why it failed. What fails after that does so because the sandbox is being stopped.
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
