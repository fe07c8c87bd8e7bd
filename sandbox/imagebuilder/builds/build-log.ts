import type { LogEvent, World } from "./world";

/** The log stream of one build. Lines are sent where the build can be looked at, so that they are there by then. */
export class BuildLog {
  private lines: LogEvent[] = [];

  constructor(
    private readonly world: Pick<World, "writeLog">,
    private readonly now: () => Date,
    readonly region: string,
    readonly group: string,
    readonly stream: string,
  ) {}

  add(...messages: readonly string[]): void {
    const timestamp = this.now().getTime();
    this.lines.push(...messages.map((message) => ({ timestamp, message })));
  }

  async flush(): Promise<void> {
    const { lines } = this;
    this.lines = [];
    if (lines.length > 0) await this.world.writeLog(this.region, this.group, this.stream, lines);
  }
}
