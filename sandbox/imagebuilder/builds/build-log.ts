import type { LogEvent, World } from "./world";

/** The log stream of one build. Lines are sent where the build can be looked at, so that they are there by then. */
export class BuildLog {
  private lines: LogEvent[] = [];
  /** What is also kept for a file. */
  private recorded: LogEvent[] = [];

  constructor(
    private readonly world: Pick<World, "writeLog">,
    private readonly now: () => Date,
    readonly region: string,
    readonly group: string,
    readonly stream: string,
  ) {}

  add(...messages: readonly string[]): void {
    const timestamp = this.now().getTime();
    const events = messages.map((message) => ({ timestamp, message }));
    this.lines.push(...events);
    this.recorded.push(...events);
  }

  /** What was added since the last time that this was called. */
  takeRecorded(): readonly LogEvent[] {
    const { recorded } = this;
    this.recorded = [];
    return recorded;
  }

  async flush(): Promise<void> {
    const { lines } = this;
    this.lines = [];
    if (lines.length > 0) await this.world.writeLog(this.region, this.group, this.stream, lines);
  }
}
