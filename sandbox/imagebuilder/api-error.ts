/** An error in the form of the service: a code that clients turn into a typed error, a message and an HTTP status. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
    /** Source in which AWS uses exactly this message; see words-of-aws.ts. Undefined if the message is the sandbox's own. */
    readonly source?: string,
  ) {
    super(message);
  }
}

export const notFound = (arn: string): ApiError =>
  new ApiError("ResourceNotFoundException", `The resource identified by '${arn}' cannot be found.`, 404);

export const invalidValue = (parameter: string, reason: string): ApiError =>
  new ApiError(
    "InvalidParameterValueException",
    `The value supplied for parameter '${parameter}' is not valid. ${reason}`,
  );

export const invalidCombination = (message: string): ApiError =>
  new ApiError("InvalidParameterCombinationException", message);

export const serviceQuotaExceeded = (message: string): ApiError =>
  new ApiError("ServiceQuotaExceededException", message, 402);

export const notImplemented = (what: string): ApiError =>
  new ApiError("NotImplementedException", `not implemented by the sandbox: ${what}`, 501);
