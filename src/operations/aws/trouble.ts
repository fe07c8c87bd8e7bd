/** Kinds of failed requests to AWS, by what to do next. */
export type Trouble =
  /** Too many requests, no connection, or a fault of AWS: the same request may work later. */
  | "passing"
  /** The credentials have expired, or there are none. */
  | "credentials"
  | "denied"
  | "missing"
  /** The state of a resource does not allow the request, or something else uses the resource. */
  | "in-use"
  | "other";

interface ServiceError {
  readonly name: string;
  readonly message: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
  readonly code?: string;
}

const expired =
  /^(ExpiredToken|ExpiredTokenException|RequestExpired|TokenRefreshRequired|CredentialsProviderError|InvalidClientTokenId|UnrecognizedClientException|AuthFailure|InvalidSignatureException|SignatureDoesNotMatch)$/;
const denied = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation|ForbiddenException|AuthorizationError)$/;
const missing = /NotFound|^NoSuch/;
const busy = /^(ResourceInUseException|ResourceDependencyException|OperationAborted|InvalidSnapshot\.InUse)$/;
const throttled =
  /^(CallRateLimitExceededException|Throttling|ThrottlingException|ThrottledException|RequestLimitExceeded|TooManyRequestsException|SlowDown|TooManyUpdates)$/;
const connection = /^(ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/;

/** Temporary HTTP statuses. 501 is not one of them: the request is not implemented and never will work. */
const passingStatus = new Set([500, 502, 503, 504]);

/** Returns the kind of a failed request, or undefined if the error is not from the SDK. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (!isServiceError(error)) return undefined;
  const { name, code = "", $metadata } = error;
  const status = $metadata?.httpStatusCode ?? 0;
  if (expired.test(name)) return "credentials";
  if (throttled.test(name) || status === 429 || passingStatus.has(status)) return "passing";
  if (connection.test(code) || name === "TimeoutError" || name === "AbortError") return "passing";
  if (denied.test(name) || status === 403) return "denied";
  if (missing.test(name) || status === 404) return "missing";
  if (busy.test(name)) return "in-use";
  return $metadata === undefined ? undefined : "other";
}

/**
 * Explains an error of AWS in one sentence that says what to do. Returns undefined if the error is a fault of this program.
 *
 * @param next what to do after the cause is fixed, as an imperative. Default: "run this again"
 */
export function explainTrouble(error: unknown, next = "run this again"): string | undefined {
  const trouble = troubleOf(error);
  if (trouble === undefined || !isServiceError(error)) return undefined;
  const said = saidBy(error);
  switch (trouble) {
    case "credentials":
      if (error.name === "CredentialsProviderError")
        return `there are no usable AWS credentials (${said}); set AWS_PROFILE, or log in, e.g. with "aws sso login", and ${next}`;
      return `AWS does not accept the credentials (${said}); log in again, e.g. with "aws sso login", and ${next}`;
    case "passing":
      return `AWS could not be reached, or asked for fewer requests (${said}); ${next}`;
    case "denied":
      return `these credentials may not do this (${said}); docs/operating.md lists the actions that each command needs`;
    default: {
      const id = error.$metadata?.requestId === undefined ? "" : `, request ${error.$metadata.requestId}`;
      return `AWS refused it (${said}${id})`;
    }
  }
}

/** Returns name and message of an error of AWS or the network, as part of a sentence. */
export function saidBy(error: Error): string {
  return `${error.name}: ${error.message.trim().replace(/\.$/, "")}`;
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && ("$metadata" in error || "code" in error || expired.test(error.name));
}
