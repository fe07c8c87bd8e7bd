import type { MotoFix } from "./moto-fix";

/**
 * Corrects the tags of launch templates. moto lists the tags of the template among those of its instances, although EC2 has no such
 * resource type there, and always shows the template's original tags.
 */
export const launchTemplates: MotoFix = {
  service: "ec2",
  concerns: ({ method }) => method === "POST",
  answer: async (answer, { body, ask }) => {
    const request = new URLSearchParams(body);
    const action = request.get("Action") ?? "";
    if (/^(Create|Describe)LaunchTemplateVersions?$/.test(action))
      return answer.replace(ownTags, "").replace(noTags, "");
    if (action !== "DescribeLaunchTemplates") return answer;
    const tags = await ask(
      new URLSearchParams({
        Action: "DescribeTags",
        Version: request.get("Version") ?? "",
        "Filter.1.Name": "resource-type",
        "Filter.1.Value.1": "launch-template",
      }).toString(),
    );
    return answer.replace(template, (_, before: string, id: string) => `${before}${tagSet(tags, id)}`);
  },
};

/** Matches items for the template in the set `tagSpecificationSet`. The `tagSet` in an item also has items. */
const ownTags =
  /<item><resourceType>launch-template<\/resourceType>(?:<tagSet>(?:<item>(?:(?!<\/item>).)*<\/item>)*<\/tagSet>|<tagSet\/>)<\/item>/gs;
const noTags = /<tagSpecificationSet><\/tagSpecificationSet>/g;
const template =
  /(<launchTemplateId>([^<]+)<\/launchTemplateId>(?:(?!<launchTemplateId>|<tagSet).)*)(?:<tagSet\/>|<tagSet>.*?<\/tagSet>)/gs;

/** Returns the tags of one resource from an answer of DescribeTags, in the form of other answers. */
function tagSet(tags: string, id: string): string {
  const items = [...tags.matchAll(/<item>(.*?)<\/item>/gs)]
    .map(([, item = ""]) => item)
    .filter((item) => item.includes(`<resourceId>${id}</resourceId>`))
    .map((item) => `<item>${element(item, "key")}${element(item, "value")}</item>`);
  return `<tagSet>${items.join("")}</tagSet>`;
}

function element(xml: string, name: string): string {
  return new RegExp(`<${name}>.*?</${name}>|<${name}/>`, "s").exec(xml)?.[0] ?? "";
}
