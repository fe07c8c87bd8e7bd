import { CreateComponentCommand, CreateWorkflowCommand, type WorkflowType } from "@aws-sdk/client-imagebuilder";

import { maxInlineDocument } from "../../aws/limits";
import { fileStart, type Problem } from "../../problems/problem";
import type { Project } from "../../project/load-project";
import { explainTrouble, troubleOf } from "../aws/trouble";
import type { AccountCheck } from "./account-check";

/** Success of a request with `dryRun`. Source: API Reference, CreateComponent. */
const success = "DryRunOperationException";

/** Image Builder's own verdict on the documents of components and workflows; nothing is made. */
export async function checkDocuments({ connection, factory, project }: AccountCheck): Promise<Problem[]> {
  const client = connection.imageBuilder;
  const problems: Problem[] = [];
  for (const component of factory.components) {
    const { content, name, version: semanticVersion, platform, supportedOsVersions } = component;
    const data = "text" in content ? content.text : textOf(project, content.file);
    if (data === undefined || data.length > maxInlineDocument) continue;
    const input = { name, semanticVersion, platform, data, dryRun: true };
    const supported = supportedOsVersions.length === 0 ? {} : { supportedOsVersions: [...supportedOsVersions] };
    const refused = await refusal(async () => client.send(new CreateComponentCommand({ ...input, ...supported })));
    const file = "file" in content ? content.file : "versions.lock.json";
    if (refused !== undefined) problems.push(problem(file, "component", name, refused));
  }
  for (const { file, name, version: semanticVersion, type } of factory.workflows) {
    const data = textOf(project, file);
    if (data === undefined || data.length > maxInlineDocument) continue;
    const input = { name, semanticVersion, type: type satisfies WorkflowType, data, dryRun: true };
    const refused = await refusal(async () => client.send(new CreateWorkflowCommand(input)));
    if (refused !== undefined) problems.push(problem(file, "workflow", name, refused));
  }
  return problems;
}

/** What is wrong; undefined where Image Builder would take it, or has it already. */
async function refusal(run: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    const trouble = troubleOf(error);
    const name = error instanceof Error ? error.name : "";
    if (name === success || /AlreadyExists|ResourceInUse/.test(name)) return undefined;
    if (trouble === undefined || trouble === "passing" || trouble === "credentials") throw error;
    return explainTrouble(error);
  }
}

function problem(file: string, noun: string, name: string, refused: string): Problem {
  return {
    file,
    ...fileStart.start,
    end: fileStart.end,
    code: `account-${noun}-refused`,
    severity: "error",
    message: `Image Builder would refuse ${noun} "${name}": ${refused}`,
    fix: "change the document as the message says",
  };
}

function textOf(project: Project, file: string): string | undefined {
  const files = [...project.components.values(), ...project.workflows.values()];
  return files.find((each) => each.file === file)?.text;
}
