import { askIn } from "../ask";
import type { Terminal } from "../terminal";
import { type Answers, type Question, questions } from "./answers";

/** Asks for the answers that were not given. Repeats a question until the answer is allowed. */
export async function askAnswers(
  given: Partial<Answers>,
  terminal: Pick<Terminal, "stdin" | "stdout">,
): Promise<Answers> {
  const answers: Partial<Record<Question, string>> = { ...given };
  for (const [name, { text, fallback, fault }] of Object.entries(questions) as [
    Question,
    (typeof questions)[Question],
  ][]) {
    if (answers[name] !== undefined || !concerns(name, answers)) continue;
    for (;;) {
      const offered = fallback === "" ? "" : ` [${fallback}]`;
      const answer = (await askIn(terminal, `${text}${offered}: `)) || fallback;
      const wrong = answer === "" ? missing(name, answers) : fault(answer);
      if (wrong === undefined) {
        if (answer !== "") answers[name] = answer;
        break;
      }
      terminal.stdout.write(`  ${wrong}\n`);
    }
  }
  return answers as Answers;
}

/** Checks whether a question applies. Without a subnet there is no security group to ask for; with a security group, no VPC is needed. */
function concerns(name: Question, { subnet, vpc, securityGroup }: Partial<Answers>): boolean {
  if (name === "securityGroup") return subnet !== undefined && vpc === undefined;
  return name !== "vpc" || (subnet !== undefined && securityGroup === undefined);
}

function missing(name: Question, { securityGroup }: Partial<Answers>): string | undefined {
  return name === "vpc" && securityGroup === undefined
    ? "the VPC is needed to create a security group in it"
    : undefined;
}
