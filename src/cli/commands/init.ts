import { resolve } from "node:path";

import { Command } from "@commander-js/extra-typings";

import { makeFolder, unmakeFolder } from "../../files/make-folder";
import type { Answers, Question } from "../init/answers";
import { screenOf } from "../screen";
import type { Finish, Terminal } from "../terminal";
import { UsageError } from "../usage-error";
import { adoptCommand } from "./adopt";

const examples = `
Examples:
  golden-images init
  golden-images init images --yes --account 123456789012 --os ubuntu-24.04
  golden-images init --subnet subnet-0a1b2c3d --vpc vpc-0a1b2c3d
  golden-images init images --from ../old-code
  golden-images init images --from before.tfstate --environment poc

It asks for each option that is not given. No file is overwritten. With --from,
the definitions are those that "golden-images adopt" writes.`;

export function initCommand(terminal: Terminal, finish: Finish) {
  const { cwd, stdin, stdout, stderr } = terminal;
  return new Command("init")
    .description("Start a project: an image, an environment, and what the CDKTF CLI and CI need.")
    .argument("[folder]", "where (default: the current folder)")
    .option("--yes", "ask nothing; use the defaults of options that are not given")
    .option("--account <id>", "AWS account that builds the images")
    .option("--region <region>", "its region (default: us-east-1)")
    .option("--subnet <id>", "subnet of the build instances (default: the default VPC)")
    .option("--security-group <id>", "their security group")
    .option("--vpc <id>", "VPC of the subnet, in which to create a security group without ingress")
    .option("--os <name>", "operating system, one of the managed images (default: amazon-linux-2023)")
    .option("--state-bucket <name>", "S3 bucket of Terraform's state (default: a file in state/)")
    .option("--from <path>", "take over what other Terraform manages: its state, or the folder of its code and state")
    .option("--environment <name>", "with --from, the environment that it becomes (default: dev)")
    .option("--no-proof", "with --from, make no plan, for a machine without Terraform or credentials")
    .addHelpText("after", examples)
    .action(async (given = ".", { yes = false, from, environment, proof, ...options }) => {
      const folder = resolve(cwd, given);
      if (from !== undefined) {
        const [asked] = Object.keys(options);
        if (asked !== undefined) throw new UsageError(`the state says it already; leave out --${inKebabCase(asked)}`);
        finish(
          await initFrom({ folder, from: resolve(cwd, from), environment: environment ?? "dev", proof }, terminal),
        );
        return;
      }
      if (environment !== undefined || !proof)
        throw new UsageError(`--${proof ? "environment" : "no-proof"} goes with --from`);
      const [{ contradiction, exampleAccount, questions }, { initProject }, { printProblems }] = await Promise.all([
        import("../init/answers"),
        import("../init/run-init"),
        import("../../checks/print-problems"),
      ]);
      for (const [name, value] of Object.entries(options) as [Question, string][]) {
        const fault = questions[name].fault(value);
        if (fault !== undefined) throw new UsageError(`--${inKebabCase(name)} is "${value}"; ${fault}`);
      }
      if (!yes && !stdin.isTTY)
        throw new UsageError(
          "there is no terminal to ask at; add --yes to use the defaults of options that are not given",
        );
      const answers: Answers = yes
        ? {
            account: questions.account.fallback,
            region: questions.region.fallback,
            os: questions.os.fallback,
            ...options,
          }
        : await (await import("../init/ask-answers")).askAnswers(options, terminal);
      const contradicting = contradiction(answers);
      if (contradicting !== undefined) throw new UsageError(contradicting);

      const { problems, written, kept } = await initProject(folder, answers);
      if (problems.length > 0) stderr.write(printProblems(folder, problems, screenOf(stderr)));
      stdout.write(filesInWords(written, kept));
      if (written.length > 0) stdout.write(nextSteps(given, answers.account === exampleAccount, kept));
      finish(written.length === 0 && kept.length === 0 ? 1 : 0);
    });
}

/** Converts `stateBucket` to `state-bucket`. */
function inKebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Runs `adopt` in the folder, and then adds the other files of a project. Adds nothing if the adoption fails. Returns the exit code. */
async function initFrom(
  { folder, from, environment, proof }: { folder: string; from: string; environment: string; proof: boolean },
  terminal: Terminal,
): Promise<number> {
  const { writeSurroundings } = await import("../init/run-init");
  const args = [environment, "--from", from, "--project", folder, ...(proof ? [] : ["--no-proof"])];
  const made = await makeFolder(folder);
  let code = 1;
  const adopt = adoptCommand(terminal, (exitCode) => {
    code = exitCode;
  });
  try {
    await adopt.parseAsync(args, { from: "user" });
  } finally {
    if (code !== 0) await unmakeFolder(folder, made);
  }
  if (code !== 0) return code;
  const { written, kept } = await writeSurroundings(folder);
  terminal.stdout.write(filesInWords(written, kept));
  return 0;
}

function filesInWords(written: readonly string[], kept: readonly string[]): string {
  const stay = kept.map((file) => `${file} is there already and stays as it is\n`);
  return [...written.map((file) => `${file} written\n`), ...stay].join("");
}

function nextSteps(folder: string, isExample: boolean, kept: readonly string[]): string {
  return [
    "",
    "Next:",
    ...(folder === "." ? [] : [`  cd ${folder}`]),
    ...(kept.includes("package.json") ? [] : ["  npm install"]),
    ...(kept.some((file) => file.endsWith(".yaml"))
      ? ["  npx golden-images lock     some files were here before"]
      : []),
    ...(isExample ? ["  replace the account in environments/dev.yaml, which is an example, with yours"] : []),
    "  npx golden-images check    find problems before anything is deployed",
    "  npx golden-images demo     run the whole life cycle on a local AWS",
    "  npx golden-images plan dev show what it would create in your account",
    "",
  ].join("\n");
}
