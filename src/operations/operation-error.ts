/** What keeps an operation from being done, in words for its user: what, why, and what to do. */
export class OperationError extends Error {}
