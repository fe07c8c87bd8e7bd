/**
 * A moment at which the state of a build is visible: something has changed since the last one. A waiting build continues only after an
 * answer.
 */
export type Moment = "progress" | "waiting";

/** A part of a build that runs from moment to moment and returns a `Result`. */
export type Course<Result = void> = AsyncGenerator<Moment, Result, undefined>;
