import { CreateComponentCommand, CreateWorkflowCommand } from "@aws-sdk/client-imagebuilder";

import { maxInlineDocument } from "../../aws/limits";
import { fileStart, type Problem } from "../../problems/problem";
import type { Project } from "../../project/load-project";
import { clientToken, refusalOf } from "../aws/dry-run";
import type { AccountCheck } from "./account-check";

/** Image Builder's own verdict on the documents of components and workflows; nothing is made. */
export async function checkDocuments({ connection, factory, project }: AccountCheck): Promise<Problem[]> {
  const client = connection.imageBuilder;
  const problems: Problem[] = [];
  for (const component of factory.components) {
    const { content, name, version: semanticVersion, platform, supportedOsVersions } = component;
    const data = "text" in content ? content.text : textOf(project, content.file);
    if (data === undefined || data.length > maxInlineDocument) continue;
    const supported = supportedOsVersions.length === 0 ? {} : { supportedOsVersions: [...supportedOsVersions] };
    const command = new CreateComponentCommand({ name, semanticVersion, platform, data, clientToken, ...supported });
    const refused = await refusalOf(client, command);
    const file = "file" in content ? content.file : "versions.lock.json";
    if (refused !== undefined) problems.push(problem(file, "component", name, refused));
  }
  for (const { file, name, version: semanticVersion, type } of factory.workflows) {
    const data = textOf(project, file);
    if (data === undefined || data.length > maxInlineDocument) continue;
    const refused = await refusalOf(
      client,
      new CreateWorkflowCommand({ name, semanticVersion, type, data, clientToken }),
    );
    if (refused !== undefined) problems.push(problem(file, "workflow", name, refused));
  }
  return problems;
}

function problem(file: string, type: string, name: string, refused: string): Problem {
  return {
    file,
    ...fileStart.start,
    end: fileStart.end,
    code: `account-${type}-refused`,
    severity: "error",
    message: `Image Builder would refuse ${type} "${name}": ${refused}`,
    fix: "change the document as the message says",
  };
}

function textOf(project: Project, file: string): string | undefined {
  const files = [...project.components.values(), ...project.workflows.values()];
  return files.find((each) => each.file === file)?.text;
}
