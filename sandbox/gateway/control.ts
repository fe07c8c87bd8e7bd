import { faultFrom } from "../faults/fault";
import type { FaultInjector } from "../faults/injector";
import { jsonAnswer, type WholeAnswer, type WholeRequest } from "./exchange";

/** Below this path the sandbox itself is addressed, not AWS. No service of AWS has it. */
export const controlPath = "/_sandbox/";

/**
 * Answers the calls that control the sandbox:
 *
 *   GET    /_sandbox/faults   what is injected, how many calls have changed something since, what has struck
 *   PUT    /_sandbox/faults   injects: a list of faults, e.g. [{"kind": "throttle", "at": 3}]
 *   DELETE /_sandbox/faults   ends all faults
 */
export function controlAnswer({ method, url, body }: WholeRequest, faults: FaultInjector): WholeAnswer {
  if (url !== `${controlPath}faults`) return jsonAnswer(404, { message: `the sandbox has no ${url}` });
  switch (method) {
    case "GET":
      return jsonAnswer(200, faults.state);
    case "DELETE":
      faults.inject([]);
      return jsonAnswer(200, faults.state);
    case "PUT":
      try {
        const list: unknown = JSON.parse(body.toString());
        if (!Array.isArray(list)) throw new Error("write a list of faults");
        faults.inject(list.map(faultFrom));
        return jsonAnswer(200, faults.state);
      } catch (error) {
        return jsonAnswer(400, { message: error instanceof Error ? error.message : String(error) });
      }
    default:
      return jsonAnswer(405, { message: `${url} takes GET, PUT and DELETE` });
  }
}
