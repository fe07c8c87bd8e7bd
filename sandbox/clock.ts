/** The time in the sandbox. */
export class Clock {
  private offset = 0;

  constructor(private readonly machine: () => number = Date.now) {}

  now(): Date {
    return new Date(this.machine() + this.offset);
  }

  get offsetSeconds(): number {
    return this.offset / 1000;
  }

  /** How far the sandbox is ahead of the machine; negative where it is behind. */
  setOffset(seconds: number): void {
    this.offset = seconds * 1000;
  }
}
