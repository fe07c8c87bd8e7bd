import { Command } from "@commander-js/extra-typings";

import { platforms } from "../../aws/platform";
import { formatNames } from "../../problems/formats/formats";
import type { Problem } from "../../problems/problem";
import { wrappedText } from "../../problems/wrapped";
import { operate } from "../operations/operate";
import { oneOf, projectOption, wholeNumber } from "../option-values";
import { projectFolder, startedProject } from "../project-folder";
import { screenOf } from "../screen";
import type { Finish, Terminal } from "../terminal";
import { UsageError } from "../usage-error";

const examples = `
Examples:
  golden-images check
  golden-images check components/linux/web-server.yaml
  golden-images check --format sarif > check.sarif
  golden-images check --explain unknown-action
  golden-images check --account poc

Exit code: 0, or 1 if there are errors, or more warnings than --max-warnings
allows.`;

export function checkCommand(terminal: Terminal, finish: Finish) {
  const { cwd, stdout } = terminal;
  return new Command("check")
    .description("Check the whole project, or only the given files.")
    .argument("[files...]", "definitions, component documents or workflow documents")
    .addOption(projectOption)
    .option(
      "--format <format>",
      "human, json, github (annotations in a pull request) or sarif (code scanning)",
      oneOf(formatNames),
      "human" as const,
    )
    .option(
      "--max-warnings <n>",
      "fail on more warnings than this; by default warnings do not fail; notes never do",
      wholeNumber(0, 999_999_999),
    )
    .option("--platform <platform>", "check the component documents for Linux, Windows or macOS", oneOf(platforms))
    .option(
      "--account <environment>",
      "also ask the account of the environment if everything that it names exists; changes nothing",
    )
    .option("--no-cache", "check every document again, and store no results for the next run")
    .option("--explain <code>", "explain one rule, with an example that breaks it and one that passes")
    .addHelpText("after", examples)
    .action(async (files, { project, format, maxWarnings = Infinity, platform, explain, account, cache }) => {
      const root = projectFolder(project, cwd);
      if (account !== undefined && files.length > 0)
        throw new UsageError("--account asks of the whole environment; leave the files out");
      const allRules = async () => (await import("../../checks/all-rules")).allRules;
      if (explain !== undefined) {
        const { explainRule } = await import("../rule-text");
        stdout.write(explainRule(explain, await allRules()));
        finish(0);
        return;
      }
      const [{ checkFiles, codesOfDocuments }, { runCheck }, { bytesReader, textReader }, { documentRules }] =
        await Promise.all([
          import("../check-files"),
          import("../run-check"),
          import("../../files/text-reader"),
          import("../../documents/rules"),
        ]);
      // A single document can be checked without a project.
      if (files.length === 0) startedProject(project, cwd);
      let states = "";
      const wholeProject = async () => {
        const [{ allProblems, inspectProject }, { describeStates }] = await Promise.all([
          import("../../checks/inspect-project"),
          import("../describe-states"),
        ]);
        const inspection = await inspectProject(root, { cached: cache });
        states = describeStates(inspection.project);
        return allProblems(inspection);
      };
      const withAccount = async (environment: string) => {
        const { checkAccount } = await import("../../operations/account/check-account");
        const found: Problem[] = [];
        await operate(terminal, { project, environment, named: () => undefined }, async (operated) => {
          found.push(...(await checkAccount(operated.connection, operated.project, operated.factory)));
          return 0;
        });
        return found;
      };
      const code = await runCheck(
        { files, format, maxWarnings, platform },
        {
          project: async () => {
            const problems = await wholeProject();
            // Asks the account only about a project without errors.
            const asks = account !== undefined && !problems.some(({ severity }) => severity === "error");
            return asks ? [...problems, ...(await withAccount(account))] : problems;
          },
          files: (names, of) =>
            checkFiles(names, of, { root, readBytes: bytesReader(root), project: wholeProject, rules: allRules }),
        },
        {
          out: (text) => stdout.write(text),
          ...screenOf(stdout),
          readText: textReader(root),
          // Avoids loading the rules of the whole project to check a document.
          rulesOf: async (problems) =>
            problems.every((problem) => codesOfDocuments.has(problem.code)) ? documentRules : allRules(),
        },
      );
      if (format === "human") stdout.write(wrappedText(states, screenOf(stdout).columns));
      finish(code);
    });
}
