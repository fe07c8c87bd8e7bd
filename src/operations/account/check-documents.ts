import { CreateComponentCommand, CreateWorkflowCommand } from "@aws-sdk/client-imagebuilder";

import { maxInlineDocument } from "../../aws/limits";
import type { DocumentContent } from "../../model/document-content";
import type { Project } from "../../project/load-project";
import { clientToken, type CreateCommand, refusalOf } from "../aws/dry-run";
import type { AccountCheck } from "./account-check";

/** Asks Image Builder whether it would accept the documents of components and workflows. Creates nothing. */
export async function checkDocuments({ connection, factory, project, inDocument }: AccountCheck): Promise<void> {
  const ask = async (file: string, type: string, name: string, command: CreateCommand): Promise<void> => {
    const refused = await refusalOf(connection.imageBuilder, command);
    if (refused !== undefined)
      inDocument(file, {
        code: `account-${type}-refused`,
        message: `Image Builder would refuse ${type} "${name}": ${refused}`,
        fix: "change the document as the message says",
      });
  };
  for (const component of factory.components) {
    const { content, name, version: semanticVersion, platform, supportedOsVersions } = component;
    const data = textOf(project, content);
    if (data === undefined || data.length > maxInlineDocument) continue;
    const supported = supportedOsVersions.length === 0 ? {} : { supportedOsVersions: [...supportedOsVersions] };
    const command = new CreateComponentCommand({ name, semanticVersion, platform, data, clientToken, ...supported });
    await ask(fileOf(content), "component", name, command);
  }
  for (const { content, name, version: semanticVersion, type } of factory.workflows) {
    const data = textOf(project, content);
    if (data === undefined || data.length > maxInlineDocument) continue;
    const command = new CreateWorkflowCommand({ name, semanticVersion, type, data, clientToken });
    await ask(fileOf(content), "workflow", name, command);
  }
}

/** Returns the file that a problem of a document names. The lock decides about a text that was generated. */
function fileOf(content: DocumentContent): string {
  return "file" in content ? content.file : "versions.lock.json";
}

function textOf(project: Project, content: DocumentContent): string | undefined {
  if ("text" in content) return content.text;
  const files = [...project.components.values(), ...project.workflows.values()];
  return files.find(({ file }) => file === content.file)?.text;
}
