/** Clock of the sandbox, which can differ from the clock of the machine. */
export class Clock {
  private offset = 0;

  constructor(private readonly machine: () => number = Date.now) {}

  now(): Date {
    return new Date(this.machine() + this.offset);
  }

  get offsetSeconds(): number {
    return this.offset / 1000;
  }

  /** Sets how many seconds the sandbox is ahead of the machine. Negative if it is behind. */
  setOffset(seconds: number): void {
    this.offset = seconds * 1000;
  }
}
