/** Failure outside the program, for example in its input. The message is shown without a stack trace, and the exit code is 1. */
export class UserError extends Error {}
