/** Error for wrong arguments. Its message is shown to the user. */
export class UsageError extends Error {}
