/** The place in a component that AWSTOE is executing. */
interface LogPlace {
  /** ARN of the component, or another name that AWSTOE gives the document. */
  readonly document?: string;
  readonly phase?: string;
  readonly step?: string;
}

/** A line of a build's log, and the place in a component to which it belongs. */
export interface LogLine extends LogPlace {
  readonly text: string;
  /** Stream to which a command of a component wrote the line; undefined for lines of AWSTOE and of the service. */
  readonly stream?: "stdout" | "stderr";
  readonly exitCode?: number;
}

/** Timestamp and level in front of each line of the log file in S3. Lines in CloudWatch do not have them. */
const prefix = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d+)?Z?\s+(?:[A-Za-z]+\s+)?/;
const place = /^(Document(?= \S+$)|Phase|Step) (\S.*)$/;
/** The last lines of AWSTOE. All later lines are from the service. */
const end = /^(Executor: FINISHED EXECUTION OF ALL DOCUMENTS|TOE has completed execution)/;
const output = /^(?:CmdExecution: )?(Stdout|Stderr): ?([^]*)$/;
const exit = /^(?:CmdExecution: )?ExitCode:? (-?\d+)\b/;

/**
 * Creates a function that parses the events of a build's log, in their order, and remembers to which component, phase and step the lines
 * belong.
 *
 * AWSTOE writes `Document …`, `Phase …` and `Step …` at the start of each, and again after a reboot; it writes a document again at its end.
 * The output of a command starts with `Stdout:` or `Stderr:` and can have several lines in one event. Source: exports of such logs by
 * users, and the User Guide, "Troubleshoot Image Builder". Read 2026-11.
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
        const [, level, name = ""] = place.exec(text) ?? [];
        if (level !== undefined) {
          stream = undefined;
          at = moved(at, level, name.trim());
          return { ...at, text };
        }
        if (end.test(text)) {
          stream = undefined;
          at = {};
          return { text };
        }
        const [, which, written = ""] = output.exec(text) ?? [];
        if (which !== undefined) {
          stream = which === "Stdout" ? "stdout" : "stderr";
          return { ...at, text: written, stream };
        }
        const [, code] = exit.exec(text) ?? [];
        if (code !== undefined) {
          stream = undefined;
          return { ...at, text, exitCode: Number(code) };
        }
        // The lines after an output line in the same event belong to that output.
        return { ...at, text, stream };
      });
  };
}

function moved(at: LogPlace, level: string, name: string): LogPlace {
  if (level === "Document") return { document: name };
  if (level === "Phase") return { document: at.document, phase: name };
  return { document: at.document, phase: at.phase, step: name };
}
