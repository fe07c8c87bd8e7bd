import type { LogEvent, World } from "./world";

/** The log stream of one build. Lines are sent whenever the state of the build becomes visible, so that they exist by then. */
export class BuildLog {
  private lines: LogEvent[] = [];
  /** Lines that are also kept for a log file. */
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

  /** Returns the lines since the last call of this method. */
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
