/** A moment at which a change of a build becomes visible. A waiting build continues only after an answer. */
export type Moment = "progress" | "waiting";

/** A part of a build that runs from moment to moment and returns a `Result`. */
export type Course<Result = void> = AsyncGenerator<Moment, Result, undefined>;
