import { isJsonCall, jsonOperation } from "./json-call";
import type { MotoFix } from "./moto-fix";

/** KMS rotates once a year unless told otherwise. */
const DEFAULT_DAYS = 365;

/** moto turns the rotation of a key on and off, and forgets its period. */
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
