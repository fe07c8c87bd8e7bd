import type { NamedCall } from "../gateway/call-of";
import { jsonAnswer, type WholeAnswer, type WholeRequest } from "../gateway/exchange";

/** Returns the answer of each service to too many requests. Source: error codes that the AWS SDKs treat as throttling. */
export function throttled(call: NamedCall, request: WholeRequest): WholeAnswer {
  switch (call.service) {
    case "imagebuilder":
      return restJson(
        429,
        "CallRateLimitExceededException",
        "You have exceeded the permitted request rate for the specific operation.",
      );
    case "ec2":
      return ec2Error(503, "RequestLimitExceeded", "Request limit exceeded.");
    case "s3":
      return xml(503, "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>");
    default:
      return failure(request, 400, "ThrottlingException", "Throttling", "Rate exceeded");
  }
}

/** Returns the answer of each service to expired credentials. Source: error codes that the AWS SDKs treat as a wrong clock or session. */
export function expired(call: NamedCall, request: WholeRequest): WholeAnswer {
  const message = "The security token included in the request is expired";
  switch (call.service) {
    case "imagebuilder":
      return restJson(403, "ExpiredTokenException", message);
    case "ec2":
      return ec2Error(400, "RequestExpired", "Request has expired.");
    case "s3":
      return xml(400, "<Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message></Error>");
    default:
      return failure(request, 400, "ExpiredTokenException", "ExpiredToken", message);
  }
}

/** Returns the answer of each service for an internal error. */
export function serverError(call: NamedCall, request: WholeRequest): WholeAnswer {
  const message = "We encountered an internal error. Please try again.";
  switch (call.service) {
    case "imagebuilder":
      return restJson(500, "ServiceException", message);
    case "ec2":
      return ec2Error(500, "InternalError", message);
    case "s3":
      return xml(500, `<Error><Code>InternalError</Code><Message>${message}</Message></Error>`);
    default:
      return failure(request, 500, "InternalFailure", "InternalFailure", message);
  }
}

/** Returns the answer of IAM for a role or instance profile that does not exist. */
export function noSuchEntity(kind: "role" | "instance profile", name: string): WholeAnswer {
  const text =
    kind === "role" ? `The role with name ${name} cannot be found.` : `Instance Profile ${name} cannot be found.`;
  return queryError(404, "NoSuchEntity", text);
}

/** Returns an error in the protocol of the request: JSON (with a target header), REST (with a JSON body), otherwise the query protocol. */
function failure(request: WholeRequest, status: number, json: string, query: string, message: string): WholeAnswer {
  if (request.headers["x-amz-target"] !== undefined)
    return jsonAnswer(status, { __type: json, message }, { "content-type": "application/x-amz-json-1.1" });
  if (request.headers["content-type"]?.includes("json") === true)
    return restJson(status === 400 ? 429 : status, json, message);
  return queryError(status, query, message);
}

function restJson(status: number, code: string, message: string): WholeAnswer {
  return jsonAnswer(status, { message }, { "x-amzn-errortype": code });
}

function queryError(status: number, code: string, message: string): WholeAnswer {
  const type = status < 500 ? "Sender" : "Receiver";
  return xml(
    status,
    `<ErrorResponse><Error><Type>${type}</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>sandbox</RequestId></ErrorResponse>`,
  );
}

function ec2Error(status: number, code: string, message: string): WholeAnswer {
  return xml(
    status,
    `<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors><RequestID>sandbox</RequestID></Response>`,
  );
}

function xml(status: number, body: string): WholeAnswer {
  return { status, headers: { "content-type": "text/xml" }, body: Buffer.from(body) };
}
