/** Where in a component AWSTOE is. */
interface LogPlace {
  /** ARN of the component, or whatever else AWSTOE calls the document. */
  readonly document?: string;
  readonly phase?: string;
  readonly step?: string;
}

export interface LogLine extends LogPlace {
  readonly text: string;
  /** What a command of a component wrote; absent for what AWSTOE and the service say. */
  readonly stream?: "stdout" | "stderr";
  readonly exitCode?: number;
}

/** The text file has these in front, CloudWatch has not. */
const prefix = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d+)?Z?\s+(?:[A-Za-z]+\s+)?/;
const place = /^(?:(Document) (\S+)|(Phase|Step) (\S.*))$/;
/** The last lines of AWSTOE; what comes after is the service's. */
const end = /^(Executor: FINISHED EXECUTION OF ALL DOCUMENTS|TOE has completed execution)/;
const output = /^(?:CmdExecution: )?(Stdout|Stderr): ?([^]*)$/;
const exit = /^(?:CmdExecution: )?ExitCode:? (-?\d+)\b/;

/**
 * Reads the events of a build's log one after another, keeping in mind which component they are of.
 *
 * AWSTOE writes `Document …`, `Phase …` and `Step …` where each begins, and again after a reboot; a document once more at its end. What a
 * command writes has `Stdout:` or `Stderr:` in front, several lines in one event. Source: exports of such logs by users, and the User Guide,
 * "Troubleshoot Image Builder". Read 2026-11.
 */
export function logReader(): (message: string) => LogLine[] {
  let at: LogPlace = {};
  return (message) => {
    let stream: LogLine["stream"];
    return message
      .replace(/\r?\n$/, "")
      .split(/\r?\n/)
      .map((raw) => {
        const text = raw.replace(prefix, "");
        const [, document, path, part, name] = place.exec(text) ?? [];
        if (document !== undefined || part !== undefined) {
          stream = undefined;
          at = moved(at, document ?? part ?? "", (path ?? name ?? "").trim());
          return { ...at, text };
        }
        if (end.test(text)) {
          stream = undefined;
          at = {};
          return { text };
        }
        const [, which, written] = output.exec(text) ?? [];
        if (which !== undefined) {
          stream = which === "Stdout" ? "stdout" : "stderr";
          return { ...at, text: written ?? "", stream };
        }
        const [, code] = exit.exec(text) ?? [];
        if (code !== undefined) {
          stream = undefined;
          return { ...at, text, exitCode: Number(code) };
        }
        // What follows an output line in the same event is more of it.
        return { ...at, text, stream };
      });
  };
}

function moved(at: LogPlace, level: string, name: string): LogPlace {
  if (level === "Document") return { document: name };
  if (level === "Phase") return { document: at.document, phase: name };
  return { document: at.document, phase: at.phase, step: name };
}
