/** Arguments that make no sense; its message is for the user. */
export class UsageError extends Error {}
