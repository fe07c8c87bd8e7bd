/**
 * Where a build can be looked at: something has become visible since the last one. A build that waits goes on only after somebody has
 * answered it.
 */
export type Moment = "progress" | "waiting";

/** A part of a build: it runs from moment to moment, and answers with `Result`. */
export type Course<Result = void> = AsyncGenerator<Moment, Result, undefined>;
