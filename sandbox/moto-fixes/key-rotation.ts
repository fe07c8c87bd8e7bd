import { isJsonCall, jsonOperation } from "./json-call";
import type { MotoFix } from "./moto-fix";

/** Default rotation period of a KMS key, in days. */
const DEFAULT_DAYS = 365;

/** Keeps the rotation period of keys. moto enables and disables rotation, but drops the period. */
export function keyRotation(): MotoFix {
  const periods = new Map<string, number>();
  return {
    service: "kms",
    concerns: isJsonCall,
    answer: (answer, exchange) => {
      const operation = jsonOperation(exchange);
      if (operation !== "EnableKeyRotation" && operation !== "GetKeyRotationStatus") return answer;
      const { KeyId = "", RotationPeriodInDays = DEFAULT_DAYS } = JSON.parse(exchange.body) as {
        KeyId?: string;
        RotationPeriodInDays?: number;
      };
      const id = KeyId.split("/").at(-1) ?? "";
      if (operation === "EnableKeyRotation") {
        periods.set(id, RotationPeriodInDays);
        return answer;
      }
      const status = JSON.parse(answer) as { KeyRotationEnabled?: boolean };
      return status.KeyRotationEnabled === true
        ? JSON.stringify({ ...status, RotationPeriodInDays: periods.get(id) ?? DEFAULT_DAYS })
        : answer;
    },
  };
}
