/** What went wrong outside the program, in words for its user: no stack trace is shown. Exit code 1. */
export class UserError extends Error {}
