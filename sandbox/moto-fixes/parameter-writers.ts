import { scopeOf } from "../signature";
import { isJsonCall, jsonOperation } from "./json-call";
import type { Exchange, MotoFix } from "./moto-fix";

interface Version {
  readonly Version: number;
}

/**
 * Records who writes each version of a parameter, which moto does not.
 *
 * Source: Systems Manager API Reference, ParameterHistory: LastModifiedUser is the ARN of the user who changed the parameter.
 */
export function parameterWriters(): MotoFix {
  const writers = new Map<string, string>();
  return {
    service: "ssm",
    concerns: isJsonCall,
    answer: (answer, exchange) => {
      const operation = jsonOperation(exchange);
      if (operation !== "PutParameter" && operation !== "GetParameterHistory") return answer;
      const { Name = "" } = JSON.parse(exchange.body) as { Name?: string };
      const keyOf = ({ Version }: Version): string => JSON.stringify([placeOf(exchange), Name, Version]);
      if (operation === "PutParameter") {
        writers.set(keyOf(JSON.parse(answer) as Version), exchange.caller);
        return answer;
      }
      const { Parameters = [], ...rest } = JSON.parse(answer) as { Parameters?: readonly Version[] };
      const written = Parameters.map((each) => {
        const LastModifiedUser = writers.get(keyOf(each));
        return LastModifiedUser === undefined ? each : { ...each, LastModifiedUser };
      });
      return JSON.stringify({ ...rest, Parameters: written });
    },
  };
}

/** Returns account and region of a request. */
function placeOf({ caller, headers, url }: Exchange): string {
  const { region = "" } = scopeOf({ headers: { authorization: String(headers.authorization) }, url }) ?? {};
  return `${caller.split(":")[4] ?? ""} ${region}`;
}
